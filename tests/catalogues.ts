import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** All words of the program, by the folder that holds them. */
export type Messages = Readonly<Record<string, string>>
export interface Catalogue {
  name: string
  de: Messages
  formal: Messages
  en: Messages
}

const source = join(import.meta.dirname, '../src')
const folders = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(entry.parentPath, entry.name, 'index.ts')))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((folder) => /\/(messages|words\/browser)$/.test(folder))

const fileOf = (folder: string, language: string) =>
  [`${language}.ts`, `${language}/index.ts`].map((file) => join(folder, file)).find(existsSync)!
export const catalogues: Catalogue[] = await Promise.all(
  folders.map(async (folder) => {
    const [de, formal, en] = await Promise.all(['de', 'de-formal', 'en'].map((language) => import(fileOf(folder, language))))
    return { name: folder.slice(source.length + 1), de: de.de, formal: formal.deFormal, en: en.en }
  }),
)
