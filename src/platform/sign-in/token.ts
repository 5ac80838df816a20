import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link or a cookie: 32 random bytes as 43 characters that are safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The only form in which a token is stored: its SHA-256. A token has 256 random bits, so no salt or slow hash is needed. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
