package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.event.Ballot;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.ssh.KeyLine;
import dev.releaseledger.evidence.ssh.SshSignature;
import dev.releaseledger.evidence.trust.AllowedSigner;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether approvals were signed with keys of those whose they are. A service that made approvals up
 * has no such signatures.
 */
record ApproverSignaturesCheck(Course course, TrustFile trust) {

  Passed<Boolean> of() {
    List<Entry> approvals = course.named(EventNames.PLAN_APPROVED);
    int signed = 0;
    Set<Entry> vouched = new HashSet<>();
    for (Entry approval : approvals) {
      Optional<String> armored = armored(approval);
      if (armored.isPresent()) {
        signed++;
        if (isOfTrusted(approval, holding(approval, armored.get()))) {
          vouched.add(approval);
        }
      }
    }
    List<Entry> counted = List.copyOf(Ballot.atStart(course.entries()).standing().values());
    demandSigned(counted);
    String said =
        "%d of %d approvals are signed, %d with keys of the trust file"
            .formatted(signed, approvals.size(), vouched.size());
    if (trust.signedApprovals() && !course.isEmergency() && !vouched.containsAll(counted)) {
      throw Stop.notMet(said + ", and all that count have to be");
    }
    if (approvals.isEmpty()) {
      throw Stop.notApplicable("nobody approved");
    }
    if (signed == 0) {
      throw Stop.notApplicable("no approval is signed");
    }
    return Passed.of(said);
  }

  /** A plan that was proposed so that approvals have to be signed counts no other. */
  private void demandSigned(List<Entry> counted) {
    boolean needed =
        course
            .last(EventNames.PLAN_PROPOSED)
            .object("terms")
            .map((Json.Obj terms) ->
                terms.find("signed") instanceof Json.Bool(boolean value) && value)
            .orElse(false);
    for (Entry approval : counted) {
      Stop.unless(
          !needed || armored(approval).isPresent(),
          "the approval at " + approval.index() + " had to be signed");
    }
  }

  private static Optional<String> armored(Entry approval) {
    return approval.object("signature").map((Json.Obj signature) -> signature.text("armored"));
  }

  private static SshSignature holding(Entry approval, String armored) {
    String of = "the signature of the approval at " + approval.index();
    SshSignature signature = SshSignature.read(armored);
    Stop.unless(
        signature.namespace().equals(SshSignature.APPROVALS), of + " is for something else");
    Stop.unless(
        signature.signs(SshSignature.line(approval.demandText("planDigest"))),
        of + " is not one of its plan");
    return signature;
  }

  /** Whether a key of the trust file made it; one that the file gives to others is refused. */
  private boolean isOfTrusted(Entry approval, SshSignature signature) {
    List<AllowedSigner> holders =
        trust.allowedSigners().stream()
            .filter(
                signer -> KeyLine.has(signer.keyType() + " " + signer.keyText(), signature.key()))
            .toList();
    if (holders.isEmpty()) {
      return false;
    }
    String actor = approval.demandText("actor");
    List<AllowedSigner> own =
        holders.stream().filter(signer -> signer.actorRef().equals(actor)).toList();
    Stop.unless(
        !own.isEmpty(),
        "the approval at " + approval.index() + " is signed with a key of somebody else");
    Stop.unless(
        own.stream().anyMatch(signer -> signer.period().covers(approval.at())),
        "the approval at " + approval.index() + " is signed with a key that did not count then");
    return true;
  }
}
