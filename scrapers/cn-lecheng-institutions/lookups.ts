/** Names used in the zone → the name the drug-trial register files the same hospital under. */
export const filedAs: Readonly<Record<string, string>> = {
  瑞金海南医院: '上海交通大学医学院附属瑞金医院海南医院',
};
