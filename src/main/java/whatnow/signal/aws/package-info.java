/** CloudWatch alarms, AWS Health and other events of AWS, as SNS and EventBridge bring them. */
@NullMarked
package whatnow.signal.aws;

import org.jspecify.annotations.NullMarked;
