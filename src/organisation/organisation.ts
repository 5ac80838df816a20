export const limits = { name: 120 } as const

/** What an administrator can grant, visibly to all: `admin` looks after accounts and settings, `publisher` after what the public reads. */
export const permissionKinds = ['admin', 'publisher'] as const
export type PermissionKind = (typeof permissionKinds)[number]

export interface Permission {
  kind: PermissionKind
  holder: string
  /** Null: since the organisation was set up. */
  grantedBy: string | null
  grantedAt: Date
}

/** The address at which an organisation is reached: the installation's own, or its own host under the same scheme and port. */
export function originAt(origin: string, host: string | null): string {
  if (!host) return origin
  const url = new URL(origin)
  url.hostname = host
  return url.origin
}
