package dev.releaseledger.app.rest;

import dev.releaseledger.app.refusal.CallerRefusal.NoLogin;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.policy.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where people log in; told to everybody, and nothing of it is a secret. */
@RestController
@RequestMapping("/api/v1/login")
class LoginApi {

  private final LedgerSettings.Oidc settings;

  LoginApi(LedgerSettings settings) {
    this.settings = settings.oidc();
  }

  record Login(String issuer, String clientId, String scopes) {}

  @GetMapping
  Login login() {
    if (!settings.isOn() || settings.clientId().isEmpty()) {
      throw new Refused(new NoLogin("The service"));
    }
    return new Login(settings.issuer(), settings.clientId(), settings.scopes());
  }
}
