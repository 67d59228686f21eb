package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the clauses of a message say together: what is said in one of what another named, what is taken back, and what is
 * said only of a drill, another day or a wish.
 */
final class Story {

    private final List<Token> tokens;
    private final Context context;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Clause> left = new ArrayList<>();
    private Set<Cue> scope = Set.of();
    private boolean isHedged;

    /** What the next clause replaces. */
    private Optional<Statement> corrected = Optional.empty();

    Story(Names names, List<Token> tokens) {
        this.tokens = tokens;
        this.context = new Context(names);
    }

    List<Statement> statements() {
        return statements;
    }

    List<Clause> left() {
        return left;
    }

    void add(Clause clause, Parsed parsed) {
        enter(clause, parsed);
        if (Unreal.isUnreal(parsed) || !scope.isEmpty()) {
            scope = scope.isEmpty() ? Unreal.scope(parsed, clause) : scope;
            leave(clause, parsed);
        } else if (!hedgesOrAsks(clause, parsed)) {
            take(clause, parsed);
        }
    }

    /** A new sentence is real again, and so is today behind another day. */
    private void enter(Clause clause, Parsed parsed) {
        var isToday = scope.contains(Cue.OTHER_DAY) && parsed.is(Cue.NOWADAYS);
        scope = clause.beginsSentence() || isToday ? Set.of() : scope;
        isHedged &= !clause.beginsSentence();
    }

    private void leave(Clause clause, Parsed parsed) {
        left.add(clause);
        context.passed(parsed);
    }

    /** {@code ..., I think}, {@code not sure, but ...}, {@code ..., right?}: the clause says nothing by itself. */
    private boolean hedgesOrAsks(Clause clause, Parsed parsed) {
        var isHedge = parsed.is(Cue.PERHAPS);
        var isOfTheSame = isHedge && parsed.is(Cue.STILL) && !parsed.isOfOthers();
        if (parsed.hasThings() || parsed.saysSomething() && !isOfTheSame || !isHedge && !Asking.isTag(clause)) {
            return false;
        }
        var isBehind = !clause.beginsSentence() && context.last().isPresent();
        if (!isHedge && !isBehind) {
            return false;
        }
        isHedged |= !isBehind;
        context.last().filter(_ -> isBehind).ifPresent(this::doubt);
        left.add(clause);
        return true;
    }

    private void doubt(Statement statement) {
        statements.remove(statement);
        statements.add(statement.asGuess());
        context.said(statement.asGuess());
    }

    private void take(Clause clause, Parsed parsed) {
        takeBack(parsed);
        var said = corrected.isPresent() && isAnother(parsed) ? instead(parsed) : parsed;
        var whole = Completion.of(context, clause, said);
        context.named(parsed);
        if (!whole.saysSomething()) {
            wait(clause, parsed);
        } else if (isInPassing(clause, parsed)) {
            left.add(clause);
        } else if (isContrast(parsed)) {
            var not = parsed.about(context.waiting()).saying(parsed.opposite());
            statements.add(new Statement(not, clause, isGuess(clause, parsed)));
            say(clause, parsed);
        } else {
            say(clause, whole);
        }
    }

    private void takeBack(Parsed parsed) {
        if (parsed.is(Cue.RETRACTION)) {
            context.last().ifPresent(statements::remove);
        }
        if (parsed.is(Cue.RETRACTION) || parsed.is(Cue.CORRECTION)) {
            corrected = context.last();
        }
    }

    /** {@code crashed while replaying}. */
    private static boolean isInPassing(Clause clause, Parsed parsed) {
        return clause.opening().equals("while")
                && !parsed.hasThings()
                && parsed.predicates().stream().allMatch(it -> it.claim() == Claim.FLOWS);
    }

    private static boolean isAnother(Parsed parsed) {
        return parsed.hasThings() || !parsed.amounts().isNone() || parsed.saysSomething();
    }

    /** {@code no wait, it's web}, {@code sorry, 14 min}. */
    private Parsed instead(Parsed parsed) {
        var before = corrected.orElseThrow();
        corrected = Optional.empty();
        statements.remove(before);
        context.forgetWaiting();
        return parsed.insteadOf(before.parsed());
    }

    /** {@code it's not the api, it's the queue that is down}. */
    private boolean isContrast(Parsed parsed) {
        return context.isWaitingDenied()
                && parsed.saysSomething()
                && parsed.hasThings()
                && parsed.predicates().stream().allMatch(Predicate::isSo);
    }

    private void say(Clause clause, Parsed whole) {
        var statement = new Statement(whole, clause, isGuess(clause, whole));
        statements.add(statement);
        context.said(statement);
    }

    private boolean isGuess(Clause clause, Parsed parsed) {
        return isHedged || parsed.is(Cue.PERHAPS) || Asking.isAsked(clause, tokens) || Unreal.isOnlyPast(parsed);
    }

    private void wait(Clause clause, Parsed parsed) {
        if (parsed.isBare() && !parsed.is(Cue.SAYS)) {
            context.waits(parsed);
        } else {
            leave(clause, parsed);
        }
    }
}
