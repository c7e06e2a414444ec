// Same content, same bytes: a zip entry carries the time at which it was packed, so every entry gets
// the earliest time the format knows. pizzip writes local time, hence the date is made in local time.

import PizZip from 'pizzip'

/** Bytes of the archive with all entries dated 1980-01-01 00:00. Refuses nothing. */
export function stableBytes(zip: PizZip, comment = ''): Uint8Array {
  for (const entry of Object.values(zip.files)) entry.date = new Date(1980, 0, 1)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS', comment })
}

/** The same of parts in the order given. */
export function zipOf(parts: readonly { name: string; bytes: Uint8Array }[], comment: string): Uint8Array {
  const zip = new PizZip()
  for (const { name, bytes } of parts) zip.file(name, bytes, { createFolders: false })
  return stableBytes(zip, comment)
}
