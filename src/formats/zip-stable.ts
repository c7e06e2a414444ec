// Same content, same bytes: a zip entry carries the time at which it was packed, so every entry gets
// the earliest time the format knows. pizzip writes local time, hence the date is made in local time.

import type PizZip from 'pizzip'

/** Bytes of the archive with all entries dated 1980-01-01 00:00. Refuses nothing. */
export function stableBytes(zip: PizZip): Uint8Array {
  for (const entry of Object.values(zip.files)) entry.date = new Date(1980, 0, 1)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}
