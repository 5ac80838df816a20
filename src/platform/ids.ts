import { v7, validate } from 'uuid'

/** A new id: UUID version 7, so that rows made later sort later. */
export const newId = (): string => v7()

/** `value` if it has the form of an id, else undefined: a malformed id is treated like an unknown one. */
export const asId = (value: unknown): string | undefined => (typeof value === 'string' && validate(value) ? value.toLowerCase() : undefined)
