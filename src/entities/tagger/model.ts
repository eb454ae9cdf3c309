import { gunzipSync } from 'node:zlib'
import { labels } from './labels.ts'

/**
 * A trained table: for each feature a weight a label, and for each pair of labels a weight for their succession.
 * In the file (gzip; little endian): the number of features n and the largest weight as 32-bit values, the successions as 32-bit
 * floats, n features sorted as unsigned 32-bit, n × labels weights as signed bytes on a square-root scale, which keeps the small
 * ones that decide most.
 */
export interface TaggerModel {
  features: Uint32Array
  /** Row of a feature times the number of labels, in units of `unit`. */
  weights: Int16Array
  /** `from * labels.length + to`, in units of `unit`. */
  successions: Int32Array
  /** What 1 of the integers above stands for. */
  unit: number
}

const labelCount = labels.length

/** @throws RangeError when the bytes are not a model with these labels. */
export function readTaggerModel(file: Uint8Array): TaggerModel {
  const bytes = gunzipSync(file)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(0, true)
  const largest = view.getFloat32(4, true)
  const headEnd = 8 + 4 * labelCount * labelCount
  if (bytes.byteLength !== headEnd + count * (4 + labelCount))
    throw new RangeError('Not a tagger model with these labels: train it again.')
  const unit = largest / 32_767
  const successions = Int32Array.from({ length: labelCount * labelCount }, (_, index) =>
    Math.round(view.getFloat32(8 + 4 * index, true) / unit),
  )
  const features = new Uint32Array(count)
  for (let index = 0; index < count; index++) features[index] = view.getUint32(headEnd + 4 * index, true)
  const quantised = new Int8Array(bytes.buffer, bytes.byteOffset + headEnd + 4 * count, count * labelCount)
  // Millions of weights, but only so many steps.
  const weightOf = Int16Array.from({ length: 256 }, (_, index) =>
    Math.round(Math.sign(index - 128) * Math.min(1, ((index - 128) / 127) ** 2) * 32_767),
  )
  const weights = new Int16Array(quantised.length)
  for (let index = 0; index < weights.length; index++) weights[index] = weightOf[quantised[index]! + 128]!
  return { features, weights, successions, unit }
}

/** The inverse of `readTaggerModel`, before compression. `features` must be sorted, `weights` and `successions` are as trained. */
export function writeTaggerModel({
  features,
  weights,
  successions,
}: {
  features: Uint32Array
  weights: Float32Array
  successions: Float32Array
}): Uint8Array {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const headEnd = 8 + 4 * labelCount * labelCount
  const bytes = new Uint8Array(headEnd + features.length * (4 + labelCount))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, features.length, true)
  view.setFloat32(4, largest, true)
  for (const [index, weight] of successions.entries()) view.setFloat32(8 + 4 * index, weight, true)
  for (const [index, feature] of features.entries()) view.setUint32(headEnd + 4 * index, feature, true)
  for (const [index, weight] of weights.entries()) {
    const step = Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / largest) * 127)
    view.setInt8(headEnd + 4 * features.length + index, step)
  }
  return bytes
}
