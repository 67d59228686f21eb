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
    private boolean isOrdered;

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
        if (Answer.isAnswer(clause, tokens) && context.last().isPresent()) {
            answer(clause);
            return;
        }
        isOrdered = parsed.is(Cue.ORDER) || isOrdered && Turn.isOrderedToo(clause);
        if (Unreal.isUnreal(parsed) || !scope.isEmpty() || isOrdered) {
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

    /** {@code data loss: none}, {@code is the api down? no}. */
    private void answer(Clause clause) {
        var asked = context.last().orElseThrow();
        var said = asked.parsed();
        var answered = Answer.isNo(clause) ? said.saying(said.opposite()) : said;
        statements.remove(asked);
        var statement = new Statement(answered, asked.clause().and(clause), false);
        statements.add(statement);
        context.said(statement);
    }

    private void doubt(Statement statement) {
        statements.remove(statement);
        statements.add(statement.asGuess());
        context.said(statement.asGuess());
    }

    private void take(Clause clause, Parsed parsed) {
        takeBack(clause, parsed);
        if (corrected.isEmpty() && isPlaceOfTheLast(clause, parsed)) {
            place(clause, parsed);
            return;
        }
        var said = corrected.isPresent() && Turn.isAnother(parsed) ? instead(parsed) : parsed;
        var whole = Completion.of(context, clause, said);
        context.named(parsed);
        if (!whole.saysSomething()) {
            wait(clause, parsed);
        } else if (Turn.isInPassing(clause, parsed) || isConfirmed(clause)) {
            left.add(clause);
        } else if (isContrast(parsed)) {
            var not = parsed.about(context.waiting()).saying(parsed.opposite());
            statements.add(new Statement(not, clause, isGuess(clause, parsed)));
            say(clause, parsed);
        } else {
            shareTime(clause, parsed);
            say(clause, whole);
        }
    }

    /** {@code admin offline, us-west-2}: where, in as few words as can be. */
    private boolean isPlaceOfTheLast(Clause clause, Parsed parsed) {
        return clause.opening().equals(",")
                && !clause.items().isEmpty()
                && clause.items().stream().allMatch(it -> it instanceof Item.Named)
                && parsed.things().stream().allMatch(Thing::isRegion)
                && context.waiting().isEmpty()
                && context.last()
                        .map(Statement::parsed)
                        .filter(it -> it.things().stream().anyMatch(Thing::isService)
                                && it.things().stream().noneMatch(Thing::isRegion))
                        .isPresent();
    }

    private void place(Clause clause, Parsed parsed) {
        var last = context.last().orElseThrow();
        var places = parsed.things().stream().map(Thing::placed).toList();
        var placed = new Statement(last.parsed().and(places), last.clause().and(clause), last.isGuess());
        statements.remove(last);
        statements.add(placed);
        context.said(placed);
    }

    /** {@code released web and batch at 8}. */
    private void shareTime(Clause clause, Parsed parsed) {
        var isTimed = parsed.isBare() && !parsed.amounts().clocks().isEmpty();
        var untimed = context.last()
                .filter(it -> isTimed && clause.opening().equals("and"))
                .filter(it -> it.parsed().amounts().clocks().isEmpty());
        untimed.ifPresent(it -> {
            statements.remove(it);
            statements.add(new Statement(it.parsed().withAmounts(parsed.amounts()), it.clause(), it.isGuess()));
        });
    }

    private void takeBack(Clause clause, Parsed parsed) {
        var isTakenBack = parsed.is(Cue.RETRACTION) && !isGoodNews(clause);
        if (isTakenBack) {
            context.last().ifPresent(statements::remove);
        }
        if (isTakenBack || parsed.is(Cue.CORRECTION) || Turn.isNo(clause)) {
            corrected = context.last();
        }
    }

    /** {@code nobody broke in, false alarm}: what was said stands. */
    private boolean isGoodNews(Clause clause) {
        return clause.items().stream().anyMatch(it -> it.text().equals("false alarm"))
                && context.last()
                        .filter(it -> it.parsed().predicates().stream().allMatch(Predicate::isGood))
                        .isPresent();
    }

    /** {@code saved orders are gone, verified}: so is what was said. */
    private boolean isConfirmed(Clause clause) {
        return clause.items().size() == 1
                && clause.has(Claim.TRUSTED)
                && context.waiting().isEmpty()
                && context.about().saysSomething();
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
        return isHedged
                || parsed.is(Cue.PERHAPS)
                || Asking.isAsked(clause, tokens)
                || Unreal.isOnlyPast(parsed)
                || goesOnDoubting(clause);
    }

    /** {@code I think that it is stuck and does not replay}. */
    private boolean goesOnDoubting(Clause clause) {
        return List.of("and", "or").contains(clause.opening())
                && clause.items().stream().noneMatch(it -> it instanceof Item.Named || it.means(Cue.PRONOUN))
                && context.last()
                        .filter(it -> it.isGuess() && it.parsed().is(Cue.PERHAPS))
                        .isPresent();
    }

    private void wait(Clause clause, Parsed parsed) {
        if (parsed.isBare() && !parsed.is(Cue.SAYS)) {
            context.waits(parsed);
        } else {
            leave(clause, parsed);
        }
    }
}
