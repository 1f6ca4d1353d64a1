/** Problems about what is kept on this machine: pages of the archive and compiled records. Part of the list in src/errors.ts. */
export const keptProblems = {
  LICET_UNKNOWN_PACK: {
    status: 404,
    title: 'No such pack is kept',
    zh: '未保存此数据包',
    means: 'No pack has this name, or it was replaced by newer ones. `/v1/packs` lists those that are kept.',
  },
  LICET_PAGE_MISSING: {
    status: 404,
    title: 'The kept page is missing on this machine',
    zh: '留存页面在本机上缺失',
    means:
      'The page was kept and its facts are known, but its bytes are not in the archive of this machine. Nothing about the institution follows from it; the operator can put them back.',
  },
  LICET_PAGE_DAMAGED: {
    status: 404,
    title: 'The kept page is damaged',
    zh: '留存页面已损坏',
    means:
      'The bytes on this machine do not match the number of the page, so they are not the page and are not handed out. The operator can put them back.',
  },
  LICET_PAGE_REMOVED: {
    status: 410,
    title: 'The page was kept and has been removed',
    zh: '该页面曾经留存，现已移除',
    means:
      'The page was removed by a rule of docs/nights.md, or by hand where the law obliged to. `detail` says when and by which rule.',
  },
  LICET_PHYSICIANS_CLOSED: {
    status: 503,
    title: 'Questions about physicians are not answered at present',
    zh: '暂时无法回答有关医师的问题',
    means:
      'The rows of physicians cannot be read on this machine, since the key they are kept under is lost or is another one. Nothing about the physician follows from it; all other questions are answered. The log says what the operator can do.',
  },
  LICET_NO_ROOM: {
    status: 503,
    title: 'There is no room to write this down',
    zh: '存储空间不足，无法记录',
    means:
      'The disk of this machine is full or takes nothing. What was sent is not recorded; the operator must make room. Questions that leave no note are answered.',
  },
  LICET_RECORD_ALTERED: {
    status: 500,
    title: 'The stored record does not match its hash',
    zh: '存储的记录与其校验值不符',
    means:
      'What is stored about an institution this answer needs is not what was published, so nothing is answered from it and nothing follows about the institution. The operator finds the record in the log and with `licet doctor`.',
  },
} as const;
