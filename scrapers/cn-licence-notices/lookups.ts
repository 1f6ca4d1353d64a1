/** Page key → the authority that publishes there, and the place it licenses in. */
export const publishers: Readonly<
  Record<string, Readonly<{ name: string; place: Readonly<{ province: string; city: string }> }>>
> = {
  wuhan: { name: '武汉市卫生健康委员会', place: { province: '湖北省', city: '武汉市' } },
  jiangyin: { name: '江阴市卫生健康委员会', place: { province: '江苏省', city: '无锡市' } },
};
