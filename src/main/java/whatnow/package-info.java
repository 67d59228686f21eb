/**
 * Whatnow turns live facts into explained recovery decisions.
 *
 * <p>The map, in the order in which a newcomer needs it:
 *
 * <ul>
 *   <li>{@code time}: the one port through which time enters
 *   <li>{@code notation}: how citations and place-holders are written
 *   <li>{@code rulebook}: compiles, consults, reloads a folder of rules; knows no domain
 *   <li>{@code plan}: recovery plans, what was decided in advance
 *   <li>{@code catalogue}: the plans' services, who depends on whom
 *   <li>{@code knowledge}: runbooks and lessons, found and rendered
 *   <li>{@code incident}: incidents and the facts learnt about them, append-only
 *   <li>{@code signal}: what machines tell us, folded into symptoms
 *   <li>{@code probe}: what we go and look at, HTTP and TCP
 *   <li>{@code decision}: six rule books consulted in order; the decision and its log
 *   <li>{@code message}: words going out, kept until a chat has taken them
 *   <li>{@code now}: the Now card, one shape for every door
 *   <li>{@code security}: who is asking and what they may do
 *   <li>{@code database}: the embedded PostgreSQL and its settings
 *   <li>{@code web}, {@code cli}: the doors for people; nobody uses them
 * </ul>
 */
@NullMarked
package whatnow;

import org.jspecify.annotations.NullMarked;
