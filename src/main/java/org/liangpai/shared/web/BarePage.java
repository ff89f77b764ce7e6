package org.liangpai.shared.web;

import org.liangpai.shared.Problem;

/** A problem as a page that needs nothing but itself: no database, no templates, no session. */
final class BarePage {

  private BarePage() {}

  static String of(Problem problem) {
    return """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · 支部预警亮牌</title>
        <link rel="icon" href="/liangpai.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/liangpai.css">
        </head>
        <body>
        <main id="main">
        <section class="panel narrow">
        <h1>%1$s</h1>
        <div class="alert" role="alert"><p>%2$s</p></div>
        <p class="actions"><a class="button" href="/">返回总览</a></p>
        <p class="quiet">错误代码 %3$d</p>
        </section>
        </main>
        </body>
        </html>
        """
        .formatted(problem.title(), problem.detail(), problem.status());
  }
}
