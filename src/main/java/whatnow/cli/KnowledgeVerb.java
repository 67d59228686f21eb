package whatnow.cli;

import picocli.CommandLine.Command;

@Command(
        name = "knowledge",
        description = "Looks after articles.",
        subcommands = {KnowledgeCheck.class, KnowledgeImport.class})
class KnowledgeVerb {}
