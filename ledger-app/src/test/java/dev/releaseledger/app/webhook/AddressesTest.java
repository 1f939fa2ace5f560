package dev.releaseledger.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.releaseledger.domain.policy.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where notices may go, address by address and URL by URL. */
class AddressesTest {

  private static final String SECRET = "T000/B000/xxxx";

  /** The hosts of these tests; everything else has to be a literal. */
  private static DnsResolver names() {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host.toLowerCase(Locale.ROOT)) {
          case "public.example", "xn--bcher-kva.example" -> new InetAddress[] {at("198.41.0.4")};
          case "inside.example" -> new InetAddress[] {at("10.1.2.3")};
          case "both.example" -> new InetAddress[] {at("127.0.0.1"), at("198.41.0.4")};
          case "nowhere.example" -> throw new UnknownHostException(host);
          default -> new InetAddress[] {at(host)};
        };
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static InetAddress at(String literal) {
    return InetAddress.ofLiteral(literal);
  }

  private static WebAddresses addresses(String setting) {
    AddressPolicy policy = AddressPolicy.of(setting);
    return new WebAddresses(
        new GuardedResolver(policy, true, names()), new GuardedResolver(policy, false, names()));
  }

  @ParameterizedTest
  @CsvSource({
    "1.1.1.1, true",
    "198.41.0.4, true",
    "172.15.255.255, true",
    "172.32.0.0, true",
    "100.63.255.255, true",
    "100.128.0.0, true",
    "192.0.1.0, true",
    "223.255.255.255, true",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "10.0.0.1, false",
    "100.64.0.1, false",
    "100.127.255.255, false",
    "127.0.0.1, false",
    "127.255.255.254, false",
    "169.254.169.254, false",
    "172.16.0.1, false",
    "172.31.255.255, false",
    "192.0.0.8, false",
    "192.0.2.1, false",
    "192.88.99.1, false",
    "192.168.1.1, false",
    "198.18.0.1, false",
    "198.19.255.255, false",
    "198.51.100.1, false",
    "203.0.113.1, false",
    "224.0.0.1, false",
    "239.255.255.255, false",
    "240.0.0.1, false",
    "255.255.255.255, false",
    "2606:4700:4700::1111, true",
    "2a00:1450:4001::1, true",
    "2001:4860:4860::8888, true",
    "::, false",
    "::1, false",
    "::ffff:127.0.0.1, false",
    "::ffff:10.0.0.1, false",
    "::127.0.0.1, false",
    "64:ff9b::7f00:1, false",
    "64:ff9b:1::1, false",
    "100::1, false",
    "2001::1, false",
    "2001:db8::1, false",
    "2002:7f00:1::, false",
    "3fff::1, false",
    "4000::1, false",
    "fc00::1, false",
    "fd12:3456::1, false",
    "fe80::1, false",
    "fec0::1, false",
    "ff02::1, false"
  })
  void an_address_is_of_the_internet_or_not(String address, boolean expected) {
    assertThat(PublicAddresses.contain(at(address))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                         | inside.example | 10.1.2.3        | false
          ''                         | public.example | 198.41.0.4      | true
          allowed                    | inside.example | 10.1.2.3        | true
          10.0.0.0/8                 | inside.example | 10.1.2.3        | true
          10.0.0.0/8                 | inside.example | 11.1.2.3        | true
          10.0.0.0/8                 | inside.example | 127.0.0.1       | false
          10.1.2.0/25, fd00::/8      | any            | 10.1.2.127      | true
          10.1.2.0/25, fd00::/8      | any            | 10.1.2.128      | false
          10.1.2.0/25, fd00::/8      | any            | fd00::1         | true
          127.0.0.1                  | any            | 127.0.0.1       | true
          127.0.0.1                  | any            | 127.0.0.2       | false
          Inside.Example             | inside.example | 10.1.2.3        | true
          inside.example             | other.example  | 10.1.2.3        | false
          64:ff9b::/96               | any            | 64:ff9b::808:808 | true
          """)
  void what_the_operator_allows_may_be_reached(
      String setting, String host, String address, boolean expected) {
    assertThat(AddressPolicy.of(setting).allows(host, at(address))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://public.example/hook, https://public.example",
    "https://Public.Example:8443/hook?key=1, https://public.example:8443",
    "HTTPS://public.example, https://public.example",
    "https://bücher.example/hook, https://xn--bcher-kva.example",
    "'https://[2606:4700:4700::1111]/hook', 'https://[2606:4700:4700::1111]'",
    "https://both.example/hook, https://both.example"
  })
  void a_url_is_known_by_its_origin(String url, String target) {
    assertThat(addresses("").admit(url).target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://public.example/T000/B000/xxxx",
        "file:///T000/B000/xxxx",
        "gopher://public.example/T000/B000/xxxx",
        "jar:https://public.example!/T000/B000/xxxx",
        "public.example/T000/B000/xxxx",
        "/T000/B000/xxxx",
        "https:///T000/B000/xxxx",
        "https://user@public.example/T000/B000/xxxx",
        "https://user:password@public.example/T000/B000/xxxx",
        "https://public.example@inside.example/T000/B000/xxxx",
        "https://public.example/T000/B000/xxxx#part",
        "https://public.example/T000/B000/xxxx y",
        "https://public.example\r\n/T000/B000/xxxx",
        "https://inside.example/T000/B000/xxxx",
        "https://nowhere.example/T000/B000/xxxx",
        "https://127.0.0.1/T000/B000/xxxx",
        "https://[::1]/T000/B000/xxxx",
        "https://[::ffff:10.0.0.1]/T000/B000/xxxx",
        "https://169.254.169.254/T000/B000/xxxx",
        "http://public.example/T000/B000/xxxx",
        "http://inside.example/T000/B000/xxxx"
      })
  void other_urls_are_refused_and_not_repeated(String url) {
    Refused refused = catchThrowableOfType(Refused.class, () -> addresses("").admit(url));

    assertThat(refused).isNotNull();
    assertThat(refused.refusal().slug()).isIn("invalid-value", "address-not-allowed");
    assertThat(refused.refusal().detail() + refused.refusal().remedy() + refused.getMessage())
        .doesNotContain(SECRET)
        .doesNotContain("password@");
  }

  @Test
  void without_tls_only_what_was_allowed_is_reached() {
    assertThat(addresses("allowed").admit("http://inside.example/hook").target())
        .isEqualTo("http://inside.example");
    assertThat(addresses("public.example").admit("http://public.example/hook").target())
        .isEqualTo("http://public.example");
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> addresses("allowed").admit("http://public.example/hook"));
    assertThat(refused.refusal().detail()).contains("without TLS");
  }

  @Test
  void of_the_addresses_of_a_host_only_those_are_connected_to_that_are_allowed() throws Exception {
    GuardedResolver resolver = new GuardedResolver(AddressPolicy.of(""), true, names());

    assertThat(resolver.resolve("both.example")).containsExactly(at("198.41.0.4"));
  }
}
