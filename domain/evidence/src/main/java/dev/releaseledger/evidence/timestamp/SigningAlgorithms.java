package dev.releaseledger.evidence.timestamp;

import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The algorithms that a stamp may be signed with, of which parameters say nothing. */
final class SigningAlgorithms {

  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  private static final Set<String> RSA_SIGNATURES =
      Set.of(
          PKCSObjectIdentifiers.rsaEncryption.getId(),
          PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
          PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
          PKCSObjectIdentifiers.sha512WithRSAEncryption.getId());

  private static final Set<String> EC_SIGNATURES =
      Set.of(
          X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
          X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
          X9ObjectIdentifiers.ecdsa_with_SHA512.getId());

  private SigningAlgorithms() {}

  static void demandTrusted(SignerInfo signer) throws RefusedTimestamp {
    AlgorithmIdentifier digest = signer.getDigestAlgorithm();
    demandTrusted(DIGESTS.contains(digest.getAlgorithm().getId()), digest);
    demandNoParameters(absentOrNull(digest.getParameters()));
    AlgorithmIdentifier signature = signer.getDigestEncryptionAlgorithm();
    String id = signature.getAlgorithm().getId();
    boolean rsa = RSA_SIGNATURES.contains(id);
    demandTrusted(rsa || EC_SIGNATURES.contains(id), signature);
    demandNoParameters(
        rsa ? absentOrNull(signature.getParameters()) : signature.getParameters() == null);
  }

  private static boolean absentOrNull(ASN1Encodable parameters) {
    return parameters == null || DERNull.INSTANCE.equals(parameters);
  }

  private static void demandTrusted(boolean trusted, AlgorithmIdentifier algorithm)
      throws RefusedTimestamp {
    if (!trusted) {
      throw new RefusedTimestamp(TimestampFault.WEAK_ALGORITHM, algorithm.getAlgorithm().getId());
    }
  }

  private static void demandNoParameters(boolean none) throws RefusedTimestamp {
    if (!none) {
      throw new RefusedTimestamp(TimestampFault.UNSIGNED_CONTENT, "parameters of an algorithm");
    }
  }
}
