// The thread in which many subjects are scored: texts in, rows out, nothing else.
import { parentPort, workerData } from 'node:worker_threads'
import { type Grounds, rowScorer } from './scoring.ts'

const score = rowScorer(workerData as Grounds)
parentPort!.on('message', (bases: string[]) => parentPort!.postMessage(score(bases)))
