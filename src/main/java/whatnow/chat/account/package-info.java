/**
 * Who somebody is in a chat: a chat user is linked to one known person, by that person, once.
 *
 * <p>A chat's own names and rights count for nothing here; what a linked user may do is what the person may do, and it ends
 * when what the person came with is revoked.
 */
@NamedInterface("account")
@NullMarked
package whatnow.chat.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
