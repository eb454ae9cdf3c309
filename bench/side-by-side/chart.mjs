const colours = {
  interlinear: '#1b7f5c',
  postgraphile: '#3f6fb5',
  'prisma-include': '#b5793f',
  'prisma-fluent': '#b5513f',
  'prisma-sql': '#8a5db0',
  'bare-sql': '#9aa0a6',
}
const bar = { height: 16, gap: 4 }
const left = 120
const width = 640

/** Requests a second as bars, operation by operation. */
export function drawChart(rows) {
  const most = Math.max(...rows.map((row) => row.requestsPerSecond))
  const parts = []
  let y = 34
  for (const operation of new Set(rows.map((row) => row.operation))) {
    parts.push(`<text x="8" y="${y + 12}" font-weight="600">${operation}</text>`)
    y += 20
    for (const row of rows.filter((one) => one.operation === operation)) {
      const length = Math.max(1, (row.requestsPerSecond / most) * (width - left - 90))
      parts.push(
        `<text x="${left - 6}" y="${y + 12}" text-anchor="end">${row.server}</text>`,
        `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${bar.height}" fill="${colours[row.server] ?? '#666'}"/>`,
        `<text x="${left + length + 6}" y="${y + 12}">${Math.round(row.requestsPerSecond)}</text>`,
      )
      y += bar.height + bar.gap
    }
    y += 10
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" font-family="system-ui, sans-serif" font-size="12" fill="#222">
<rect width="100%" height="100%" fill="#fff"/>
<text x="8" y="20" font-size="14" font-weight="600">Requests a second, nothing kept (more is better)</text>
${parts.join('\n')}
</svg>
`
}
