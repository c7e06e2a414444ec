// Loaded before the measured program: as it exits, its peak resident memory in KB goes to the file PEAK_FILE.

import { writeFileSync } from 'node:fs'

process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)))
