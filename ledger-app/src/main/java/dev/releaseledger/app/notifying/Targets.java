package dev.releaseledger.app.notifying;

import dev.releaseledger.app.port.Destination;
import dev.releaseledger.domain.notice.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where notices go, whole; nobody is ever shown more than {@link #masked}. */
@Component
public class Targets {

  private final JdbcClient jdbc;

  Targets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(String subscription, Destination destination) {
    jdbc.sql("insert into notice_target (subscription, address) values (?, ?)")
        .params(subscription, destination.address())
        .update();
  }

  void drop(String subscription) {
    jdbc.sql("delete from notice_target where subscription = ?").param(subscription).update();
  }

  Optional<String> of(String subscription) {
    return jdbc.sql("select address from notice_target where subscription = ?")
        .param(subscription)
        .query(String.class)
        .optional();
  }

  /**
   * Where notices of a subscription go, so that two of them can be told apart by who knows them.
   */
  public List<String> masked(String subscription, Channel channel) {
    return of(subscription).map(address -> mask(address, channel)).orElse(List.of());
  }

  static List<String> mask(String address, Channel channel) {
    return channel == Channel.MAIL
        ? Arrays.stream(address.split(",")).map(Targets::maskedMail).toList()
        : List.of(address.replaceFirst("^(\\w+://[^/?#]+).+$", "$1/..."));
  }

  private static String maskedMail(String address) {
    return address.charAt(0) + "..." + address.substring(address.lastIndexOf('@'));
  }
}
