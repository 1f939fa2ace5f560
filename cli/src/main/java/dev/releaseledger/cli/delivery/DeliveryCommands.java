package dev.releaseledger.cli.delivery;

import picocli.CommandLine.Command;

/** The commands about deliveries. */
@Command(
    name = "delivery",
    description = "Deliveries: what became of notices.",
    subcommands = {ListDeliveries.class, ReplayDelivery.class})
public final class DeliveryCommands {}
