/** The media types of files that may lie beside a note. */
export const fileKinds = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'text/plain',
] as const
export type FileKind = (typeof fileKinds)[number]

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
const soundBrands = ['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', '3gp4', '3gp5']

/** What a file is, by its first bytes and never by its name; null for everything that is not taken. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6))) return 'image/gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (ascii(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(bytes[1] ?? 0))) return 'audio/mpeg'
  if (ascii(bytes, 4, 8) === 'ftyp' && soundBrands.includes(ascii(bytes, 8, 12))) return 'audio/mp4'
  if (ascii(bytes, 0, 4) === 'OggS') return 'audio/ogg'
  return isPlainText(bytes) ? 'text/plain' : null
}

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[^\P{Cc}\t\n\f\r]/u.test(text)
  } catch {
    return false
  }
}

/** A file's name without path, control and direction characters, at most 200 characters; '' where nothing is left. */
export function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return [
    ...last
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .normalize('NFC')
      .trim(),
  ]
    .slice(0, 200)
    .join('')
}
