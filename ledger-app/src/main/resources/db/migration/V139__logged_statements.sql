-- A statement that was signed has the leaf that verifiers of Sigstore look for: a hashedrekord of
-- Rekor v2, canonical as all leaves are. It covers no more of the event than the statement; who it
-- was and when is told by the event behind it, in the same transaction.
create or replace function ledger_leaf_of(event ledger_event) returns bytea
  language sql stable
  return convert_to(
    case when event.name = 'statement-logged' then
      '{"apiVersion":"0.0.2","kind":"hashedrekord","spec":{"hashedRekordV002":'
      || '{"data":{"algorithm":"SHA2_256","digest":' || (event.payload::json -> 'signed')
      || '},"signature":{"content":' || (event.payload::json -> 'signature')
      || ',"verifier":{"keyDetails":"PKIX_ED25519","publicKey":{"rawBytes":'
      || (event.payload::json -> 'key') || '}}}}}}'
    else
      '{"agg":' || to_json(event.stream_type)
      || ',"aggId":' || to_json(event.stream)
      || ',"id":' || to_json(event.event_id)
      || ',"kind":"' || case event.name
           when 'log-key-rotated' then 'key-rotation'
           when 'log-frozen' then 'freeze'
           else 'event' end
      || '","metadataSha256":"' || encode(sha256(convert_to(event.metadata, 'UTF8')), 'hex')
      || '","payloadSha256":"' || encode(sha256(convert_to(event.payload, 'UTF8')), 'hex')
      || '","pos":' || event.position
      || ',"seq":' || event.stream_sequence
      || ',"ts":' || to_json(event.recorded_at)
      || ',"type":' || to_json(event.name)
      || ',"v":1,"ver":' || to_json(coalesce(event.revision, '1'))
      || '}'
    end, 'UTF8');
