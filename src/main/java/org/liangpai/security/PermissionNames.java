package org.liangpai.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What permissions are called in Chinese, as in {@code docs/permissions.md}. */
public final class PermissionNames {

  private static final Map<String, String> NAMES =
      parse(
          """
          read-warning-list 查看预警清单
          read-units 查看党组织
          read-branches 查看支部名册
          file-branches 登记和变更支部
          read-records 查看月度纪实
          file-records 上报纪实、导入
          return-records 退回纪实
          read-sweeps 查看排查
          start-sweeps 开始和取消排查
          explain-branches 查看一个支部的判定
          read-findings 查看疑似问题
          verify-findings 核实疑似问题（责任在支部的由基层党委，责任在基层党委的由其上级）
          comment-findings 对责任在本党委的疑似问题说明情况
          export-findings 导出疑似问题
          read-cards 查看亮牌
          adjust-cards 调整亮牌等级
          rectify-cards 提交整改措施、添加和撤回佐证、报告整改完成，申请延期、挂账和申诉
          accept-rectification 核实单位认可或退回措施、验收、审批延期
          oversee-cards 上级复核、审批挂账和申诉、撤销亮牌
          read-supervision 查看督导和走访
          assign-supervision 指派联系领导和督导员，交接
          write-visits 记录和撤回走访
          pass-on-cards 移交撤销支部的亮牌
          manage-notices 管理通知渠道
          read-escalations 查看催办通报
          read-accountability 查看问责
          decide-accountability 决定问责、记录结果
          check-standing 评优评先核查
          read-pairings 查看结对和示范党支部
          manage-pairings 建议、采用和结束结对
          write-pairings 写结对计划、走访和交流
          choose-demonstrations 选定示范党支部，评定分类
          read-classes 查看支部分类和发展党员提醒
          read-cross-checks 查看抽查，重抽验证
          draw-cross-checks 抽样
          answer-cross-checks 反馈抽查结果
          read-oversight 查看监督情况
          read-help-requests 查看求助
          ask-for-help 提出求助、确认办结
          answer-help-requests 答复求助
          read-accounts 查看账号和岗位
          manage-accounts 新建账号、重置密码、解除锁定、结束会话、吊销令牌
          manage-posts 启用和停用账号，任命岗位、结束任职
          confirm-administrators 查看、确认和撤回对管理员账号的变更
          read-audit 查阅、校验、归档审计记录
          read-metrics 查看运行指标
          """);

  private PermissionNames() {}

  /** All permissions, in the order in which they are shown. */
  public static Set<String> all() {
    return NAMES.keySet();
  }

  /** The Chinese name of one, if there is such a permission. */
  public static Optional<String> of(String permission) {
    return Optional.ofNullable(NAMES.get(permission));
  }

  private static Map<String, String> parse(String lines) {
    Map<String, String> names = new LinkedHashMap<>();
    lines
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(parts -> names.put(parts[0], parts[1].strip()));
    return names;
  }
}
