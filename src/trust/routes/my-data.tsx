import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { words } from '../messages/index.ts'
import { MyDataPage } from '../pages/my-data.tsx'
import { wholeExport } from '../queries/whole-export.ts'
import { attachmentNamed, fileName } from '../rules/file-name.ts'
import { pack } from '../rules/zip.ts'

export const myDataRoutes = new Hono<Env>()

myDataRoutes.get('/my-data', (c) => asPerson(c, (_, me) => c.html(<MyDataPage frame={inside(c, me)} />)))

// The archive is finished on disk first: it may be large, and half of one would look like a whole one.
myDataRoutes.get('/my-data/export.zip', (c) =>
  asPerson(c, async (db, me) => {
    const directory = await mkdtemp(join(tmpdir(), 'lotse-export-'))
    const target = join(directory, 'export.zip')
    const away = () => rm(directory, { recursive: true, force: true })
    try {
      await pack(await wholeExport(db, me, { origin: c.var.origin, at: c.var.now }), target, c.var.now)
    } catch (error) {
      await away()
      throw error
    }
    const stream = createReadStream(target)
    stream.once('close', away)
    const name = fileName(words(me.locale)('whole.file', { name: me.name }), 'lotse', 'zip')
    return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
      'content-type': 'application/zip',
      'content-length': String((await stat(target)).size),
      'content-disposition': attachmentNamed(name),
    })
  }),
)
