package whatnow.cli;

import picocli.CommandLine.Command;

@Command(
        name = "knowledge",
        description = "Looks after articles.",
        subcommands = {KnowledgeCheck.class, KnowledgeImport.class, KnowledgeEvaluate.class, CoverageVerb.class})
class KnowledgeVerb {}
