package whatnow.plan;
import org.junit.jupiter.api.Test;
class PrintTest { @Test void p() throws Exception { java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/plan-report.txt"), PlanCheck.run(ShippedPlansTest.KNOWLEDGE).text()); } }
