/** What the server tells the process that started it, once it answers. */
export interface Ready {
  address: string
  /** Where the first person sets the installation up; until then nobody can sign in. */
  setupLink?: string
}
