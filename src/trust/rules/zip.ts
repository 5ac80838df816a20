import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** One file in an archive. What is large is fetched only when its turn comes. */
export interface Packed {
  /** With slashes, below the root of the archive. */
  path: string
  content: string | (() => Promise<Buffer>)
}

/** Writes the files into a ZIP archive at `target`, one after the other. `at` is the time that each of them carries. */
export async function pack(files: readonly Packed[], target: string, at: Date): Promise<void> {
  const zip = new ZipFile()
  for (const { path, content } of files) {
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), path, { mtime: at })
    else {
      zip.addReadStreamLazy(path, { mtime: at }, (give) =>
        content().then(
          (bytes) => give(null, Readable.from([bytes])),
          (error) => give(error, Readable.from([])),
        ),
      )
    }
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(target, { mode: 0o600 }))
}
