/** Chinese product name → code of the service vocabulary. */
export const products: Readonly<Record<string, string>> = {
  阿基仑赛注射液: 'car-t.axi-cel',
  瑞基奥仑赛注射液: 'car-t.relma-cel',
  伊基奥仑赛注射液: 'car-t.eque-cel',
  纳基奥仑赛注射液: 'car-t.inati-cel',
  泽沃基奥仑赛注射液: 'car-t.zevor-cel',
  西达基奥仑赛注射液: 'car-t.cilta-cel',
  普基奥仑赛注射液: 'car-t.pcar-19b',
  舒瑞基奥仑赛注射液: 'car-t.satri-cel',
  布瑞基奥仑赛注射液: 'car-t.brexu-cel',
};
