package dev.releaseledger.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.access.Grants.Grant;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {

  private static Scope scope(String text) {
    String[] names = text.strip().split("/");
    return text.strip().equals("*")
        ? Scope.EVERYWHERE
        : new Scope(names[0], names.length == 1 ? null : names[1]);
  }

  /** Such as {@code "me viewer *; dba operator shop"}. */
  private static Grants grants(String text, String limit) {
    List<Grant> granted =
        Arrays.stream(text.split(";"))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(one -> one.split(" "))
            .map(one ->
                new Grant(
                    one[0].equals("me") ? Subject.actor("act_1") : Subject.group(one[0]),
                    Role.of(one[1]).orElseThrow(),
                    scope(one[2])))
            .toList();
    return new Grants(granted, scope(limit));
  }

  private static Set<Role> roles(String words) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(words.split(" "))
        .filter(word -> !word.equals("none"))
        .forEach(word -> roles.add(Role.of(word).orElseThrow()));
    return roles;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          | * | shop/prod | none
          me viewer *                                 | *         | *         | viewer
          me viewer *                                 | *         | shop/prod | viewer
          me deployer shop                            | *         | *         | none
          me deployer shop                            | *         | shop      | deployer
          me deployer shop                            | *         | shop/prod | deployer
          me deployer shop                            | *         | bank/prod | none
          me deployer shop/dev                        | *         | shop      | none
          me deployer shop/dev                        | *         | shop/dev  | deployer
          me deployer shop/dev                        | *         | shop/prod | none
          me deployer *; me viewer shop/prod          | *         | shop/prod | viewer
          me deployer *; me viewer shop/prod          | *         | shop/dev  | deployer
          me viewer *; me admin shop; me auditor shop/prod | *    | shop/prod | auditor
          me viewer *; me admin shop; me auditor shop/prod | *    | shop/dev  | admin
          me deployer shop; me approver shop          | *         | shop/prod | approver deployer
          dba operator *                              | *         | shop/prod | operator
          dba operator *; me viewer shop/prod         | *         | shop/prod | viewer operator
          dba operator *; dba viewer shop/prod        | *         | shop/prod | viewer
          dba operator *; audit auditor shop/prod     | *         | shop/prod | auditor operator
          me admin *                                  | shop      | *         | none
          me admin *                                  | shop      | shop      | admin
          me admin *                                  | shop      | shop/prod | admin
          me admin *                                  | shop      | bank/prod | none
          me admin *                                  | shop/dev  | shop      | none
          me admin *                                  | shop/dev  | shop/dev  | admin
          me admin *                                  | shop/dev  | shop/prod | none
          me admin *; me viewer shop/dev              | shop      | shop/dev  | viewer
          me admin bank                               | shop      | shop/dev  | none
          """)
  void the_nearest_grant_of_each_subject_decides(
      String granted, String limit, String asked, String expected) {
    assertThat(grants(granted == null ? "" : granted, limit).in(scope(asked)))
        .isEqualTo(roles(expected));
  }

  @Test
  void a_role_holds_somewhere_when_it_holds_in_one_place() {
    Grants grants = grants("me deployer *; me viewer shop; me approver bank/prod", "*");

    assertThat(grants.somewhere(roles("deployer"))).isTrue();
    assertThat(grants.somewhere(roles("approver"))).isTrue();
    assertThat(grants.somewhere(roles("admin"))).isFalse();
    assertThat(grants.somewhereIn("bank", roles("approver"))).isTrue();
    assertThat(grants.somewhereIn("shop", roles("approver"))).isFalse();
    assertThat(grants.somewhereIn("shop", roles("deployer"))).isFalse();
    assertThat(grants.somewhereIn("farm", roles("deployer"))).isTrue();
  }

  @Test
  void beyond_its_limit_a_role_holds_nowhere() {
    Grants grants = grants("me deployer *; me approver bank", "shop/dev");

    assertThat(grants.scopes()).containsExactly(scope("shop/dev"));
    assertThat(grants.somewhere(roles("deployer"))).isTrue();
    assertThat(grants.somewhere(roles("approver"))).isFalse();
    assertThat(grants.somewhereIn("shop", roles("deployer"))).isTrue();
    assertThat(grants.somewhereIn("bank", roles("deployer approver"))).isFalse();
  }
}
