package whatnow.decision;
import static whatnow.incident.FactType.*;
import whatnow.incident.FactType;
import static whatnow.incident.SymptomKind.*;
import static whatnow.testkit.Facts.*;
import java.time.Duration;
import java.util.*;
import org.junit.jupiter.api.*;
import whatnow.incident.FactSource.Kind;
import whatnow.plan.*;
class ScratchTest {
  static void show(String name, Deciding d) {
    Outcome o; try { o = d.outcome(); } catch (RuntimeException e) { System.out.println("== "+name+" FAILED "+e); e.printStackTrace(System.out); return; }
    System.out.println("== "+name+": "+o.assessment().severity()+" "+o.assessment().level()+" "+o.assessment().urgency()+" lead="+o.assessment().lead()+" assumed="+o.assessment().assumed()+" last="+o.assessment().lastKnown());
    var c=o.choice();
    System.out.println("   chosen="+c.chosen().map(w->w.kind()+" "+w.target()+" rec="+w.recovery()+" loss="+w.loss()+" rto="+w.meetsRto()+" rpo="+w.meetsRpo()+" art="+w.article()+" holds="+w.holds()).orElse("-"));
    c.chosen().ifPresent(w->w.gates().forEach(g->System.out.println("      gate "+g.role()+" "+g.question()+" "+g.because()+" "+g.approved())));
    System.out.println("   runner="+c.runnerUp().map(w->w.kind()+" "+w.standing()+" "+w.target()+" loss="+w.loss()+" rec="+w.recovery()).orElse("-"));
    c.others().stream().filter(w->w.standing()!=Outcome.Standing.NOT_PROPOSED).forEach(w->System.out.println("      other "+w.kind()+" "+w.standing()+" "+w.because()));
    System.out.println("   tier="+o.tier().known()+" "+o.tier().proposed()+" "+o.tier().because());
    o.calls().forEach(k->System.out.println("   call "+k.level()+" "+k.roles()+" due="+k.due()+" now="+k.dueNow()+" ans="+k.answered()+" "+k.assumed()));
    o.tellings().forEach(k->System.out.println("   tell "+k.audience()+" "+k.channels()+" "+k.due()+" "+k.every()));
    System.out.println("   ask="+o.questions().stream().map(q->q.question()).toList());
    System.out.println("   sev rules="+Deciding.rules(o,"severity"));
  }
  @Test void go() {
    var t0=NOON;
    show("G1", Deciding.under("freight").seeing(symptom("freight-api", INSTANCE_DOWN)));
    show("G2", Deciding.under("freight").seeing(symptom("freight-db", UNAVAILABLE)).knowing(fact(STANDBY).service("freight-db").by(Kind.PROBE,"p")));
    show("G2twin", Deciding.under("freight").seeing(symptom("freight-db", UNAVAILABLE)).knowing(fact(STANDBY).service("freight-db").isFalse()));
    show("G3", Deciding.under("freight").seeing(symptom("freight-api", UNAVAILABLE).zone("us-east-1a"), symptom("analysis", UNAVAILABLE).zone("us-east-1a")));
    var g4=new Object(){ Deciding with(int min){ return Deciding.under("freight").seeing(symptom("freight-api", UNAVAILABLE).in("us-east-1")).knowing(
       fact(REGION_STATUS).region("us-east-1").isFalse().by(Kind.PROBE,"outside").with("vantage","outside"),
       fact(REGION_STATUS).region("us-east-1").isFalse().by(Kind.ALERT,"cloudwatch"),
       fact(LAST_COMMIT_REPLAYED).region("us-west-2").by(Kind.PROBE,"pg").with("at", NOON.minusSeconds(60L*min)).at(NOON)); }};
    show("G4", g4.with(4));
    show("G5", g4.with(40).knowing(fact(WAL_ARCHIVE).region("us-west-2").with("coversUntil", NOON.minusSeconds(20*60)).by(Kind.SYSTEM,"s3")));
    show("G6", Deciding.under("freight").knowing(fact(CORRUPTION).service("freight-db").with("firstBadWrite",NOON.minusSeconds(600)), fact(REPLICATION).region("us-west-2").with("lagSeconds",5)));
    show("G6twin", Deciding.under("freight").knowing(fact(CORRUPTION).service("freight-db").with("firstBadWrite",NOON.minusSeconds(600)), fact(REPLICATION).region("us-west-2").with("lagSeconds",2400)));
    var g7=new Object(){ Deciding with(int lag){ return Deciding.under("homeostasis").knowing(
       fact(HEALTH_CHECK).region("us-east-1").isFalse().with("failures",3).with("checks",3).by(Kind.PROBE,"p"),
       fact(REGION_STATUS).region("us-east-1").isFalse().by(Kind.PROBE,"outside").with("vantage","outside"),
       fact(REGION_STATUS).region("us-east-1").isFalse().by(Kind.ALERT,"x"),
       fact(REPLICATION).region("us-west-2").with("lagSeconds",lag).by(Kind.PROBE,"pg")); }};
    show("G7", g7.with(5)); 
    show("G7unready", g7.with(5).knowing(fact(STANDBY).region("us-west-2").isFalse()));
    show("G8", g7.with(90));
    show("G9", Deciding.under("tracktion").knowing(fact(CORRUPTION).service("database"), fact(WAL_ARCHIVE).service("database").with("gapFrom", NOON.minusSeconds(3600*5)).by(Kind.SYSTEM,"b"), fact(BACKUP).service("database").with("level","full").with("takenAt",NOON.minusSeconds(26*3600)).by(Kind.SYSTEM,"b")));
    show("G10", Deciding.under("tracktion").knowing(fact(FactType.INTRUSION).with("kind","ransomware")));
    show("G11a", Deciding.under("freight").seeing(symptom("tms-api", UNAVAILABLE)));
    show("G11b", Deciding.under("freight").seeing(symptom("tms-api", UNAVAILABLE),symptom("erp-api", UNAVAILABLE)));
    show("G11c", Deciding.under("tracktion").seeing(symptom("payment", UNAVAILABLE)));
    show("G12", Deciding.under("freight").seeing(symptom("freight-db", UNAVAILABLE)).knowing(fact(STANDBY).service("freight-db"), fact(DECLARATION).at(NOON)).at(NOON.plusSeconds(1800)));
    show("G13", Deciding.under("freight").holding(DegradationTier.SEVERE, NOON.minusSeconds(3600)).seeing(symptom("tms-api", UNAVAILABLE)));
    show("G14", Deciding.under("freight").holding(Severity.SEV2).seeing(symptom("freight-api", UNAVAILABLE).state(whatnow.incident.State.UNKNOWN)));
    show("G16", Deciding.under("homeostasis").knowing(fact(HEALTH_CHECK).region("us-east-1").isFalse().with("failures",3).with("checks",5).with("changes",4).by(Kind.PROBE,"p")));
    show("G17", Deciding.under("homeostasis").seeing(symptom("patch_generation", UNAVAILABLE)));
    show("G19", Deciding.under("homeostasis").knowing(fact(HEALTH_CHECK).region("us-east-1").with("failures",0).with("checks",3).with("errorRate",0.51).by(Kind.PROBE,"p"), fact(DEPLOYMENT).service("api").with("at",NOON.minusSeconds(720)).with("what","release 7")));
    show("G19b", Deciding.under("homeostasis").knowing(fact(HEALTH_CHECK).region("us-east-1").with("failures",0).with("checks",3).with("errorRate",0.51).by(Kind.PROBE,"p")));
    show("G20", Deciding.under("freight").seeing(symptom("freight-db", WAL_ARCHIVE_FAILING)));
    show("G21", Deciding.under("tracktion").knowing(fact(BACKUP).isFalse()));
    show("G22", Deciding.under("homeostasis").seeing(symptom("api",UNAVAILABLE),symptom("dashboard",UNAVAILABLE)).knowing(
      fact(HEALTH_CHECK).service("api").isFalse().with("failures",3).with("checks",3).by(Kind.PROBE,"obs"),fact(HEALTH_CHECK).service("dashboard").isFalse().with("failures",3).with("checks",3).by(Kind.PROBE,"obs"),
      fact(HEALTH_CHECK).service("api").with("vantage","outside").with("failures",0).with("checks",3).by(Kind.PROBE,"ext"),fact(HEALTH_CHECK).service("dashboard").with("vantage","outside").with("failures",0).with("checks",3).by(Kind.PROBE,"ext")));
    show("general", Deciding.under("general").seeing(symptom("skunkworks", UNAVAILABLE)));
  }
}
