import { v7 } from 'uuid'

/** A new id: UUID version 7, so that rows made later sort later. */
export const newId = (): string => v7()

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `value` if it has the form of an id, of whatever version, else undefined: a malformed id is treated like an unknown one. */
export const asId = (value: unknown): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value.toLowerCase() : undefined
