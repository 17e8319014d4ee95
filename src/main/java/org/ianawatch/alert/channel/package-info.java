/** How messages reach people: mail, chats, notifications, webhooks, commands and feeds. */
@NullMarked
package org.ianawatch.alert.channel;

import org.jspecify.annotations.NullMarked;
