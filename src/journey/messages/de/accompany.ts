export const accompany = {} as const
