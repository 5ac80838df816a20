const longest = 60

/** A file name out of a title: letters, numbers and single hyphens, at most 60 characters before the ending. */
export function fileName(title: string, otherwise: string, ending: string): string {
  const stem = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = [...stem].slice(0, longest).join('').replace(/-+$/, '')
  return `${short || otherwise}.${ending}`
}

/** The header that offers a download under this name (RFC 6266): once in plain ASCII, once in full. */
export function attachmentNamed(name: string): string {
  const plain = name
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '')
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain.startsWith('.') ? `journey${plain}` : plain}"; filename*=UTF-8''${full}`
}
