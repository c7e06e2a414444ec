// 处理办法末尾的“是否为”。

/** 最接近的已知名称，放在处理办法之后。 */
export function near(text: string): string {
  return text === '' ? '' : `，是否为：${text}`
}
