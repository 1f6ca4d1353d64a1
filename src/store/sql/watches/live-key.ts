/** True of a watch `w` whose partner has a key for watches that is neither revoked nor ended at `:at`. */
export const liveKey = `EXISTS (SELECT 1 FROM partner_key k WHERE k.partner = w.partner AND k.revoked_at IS NULL
    AND (k.expires_at IS NULL OR k.expires_at > :at) AND ',' || k.scopes || ',' LIKE '%,watch,%')`;
