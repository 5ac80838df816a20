import { createHmac } from 'node:crypto'

/** The same PostgreSQL for another role, password or database. `address` is a connection string; what is not named stays. */
export function addressFor(address: string, other: { role?: string; password?: string; database?: string }): string {
  // Without a host there is nothing that a name could be put in front of; the parameter `host`, if given, still decides.
  const url = new URL(address.replace('@/', '@localhost/').replace(':///', '://localhost/'))
  if (other.role !== undefined) {
    url.username = encodeURIComponent(other.role)
    url.password = encodeURIComponent(other.password ?? '')
  }
  if (other.database !== undefined) url.pathname = `/${encodeURIComponent(other.database)}`
  return url.href
}

/**
 * The serving role's password where only the owner's address is known: derived from the owner's, so that every machine that knows the one
 * finds the other and nothing needs to be kept. Undefined where the owner signs in without a password; then the serving role does too.
 */
export function servingPassword(ownerAddress: string): string | undefined {
  const { password } = new URL(ownerAddress.replace('@/', '@localhost/').replace(':///', '://localhost/'))
  return password ? createHmac('sha256', decodeURIComponent(password)).update('lotse serving role').digest('base64url') : undefined
}
