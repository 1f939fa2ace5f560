package dev.releaseledger.cli.subscription;

import picocli.CommandLine.Command;

/** The commands about subscriptions. */
@Command(
    name = "subscription",
    description = "Subscriptions: who is told what, by webhook, Slack, Teams or mail.",
    subcommands = {
      CreateSubscription.class,
      ListSubscriptions.class,
      ShowSubscription.class,
      RemoveSubscription.class,
      PauseSubscription.class,
      ResumeSubscription.class,
      RotateSecret.class,
      TestSubscription.class
    })
public final class SubscriptionCommands {}
