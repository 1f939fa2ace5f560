// Verifies a bundle with the packages of Sigstore: node verify.js BUNDLE ROOT KEY.der HINT
const fs = require('fs');
const { bundleFromJSON } = require('@sigstore/bundle');
const { TrustedRoot } = require('@sigstore/protobuf-specs');
const { Verifier, toSignedEntity, toTrustMaterial } = require('@sigstore/verify');

const [bundle, root, key, hint] = process.argv.slice(2);
const trust = toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(fs.readFileSync(root))), {
  [hint]: { rawBytes: fs.readFileSync(key) },
});
try {
  const entity = toSignedEntity(bundleFromJSON(JSON.parse(fs.readFileSync(bundle))));
  new Verifier(trust, { tlogThreshold: 1, timestampThreshold: 1 }).verify(entity);
  console.log('verified');
} catch (error) {
  console.log(`refused: ${error.code || error.name}: ${error.message}`);
  process.exitCode = 1;
}
