"""Exports in the other nine languages: made up, in the shape of what shops, tills, billing and sales tools give there."""

from __future__ import annotations

from tests.intake.recognise.case import Case

CASES = (
    # ------------------------------------------------------------------------------------------------------ 简体中文
    Case("淘宝订单.csv", """
订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称
70001,tb_ann,30,5,35,35,交易成功,张三,北京市朝阳区一路1号,13800000001,2024-01-05 10:00:00,2024-01-05 10:03:00,杯子,1,好物店
70002,tb_bo,50,0,50,0,交易关闭,李四,上海市二路2号,13800000002,2024-01-16 12:00:00,,盘子,2,好物店
70003,tb_ann,18,5,23,23,交易成功,张三,北京市朝阳区一路1号,13800000001,2024-02-07 09:00:00,2024-02-07 09:01:00,勺子,3,好物店
""", "activity", {"order_id": "订单编号", "customer_id": "买家会员名", "value": "买家实际支付金额", "date": "订单付款时间|订单创建时间", "status": "订单状态",
                  "detail": "宝贝标题", "quantity": "宝贝总数量"}, traps={"customer_id": "收货人姓名"}, dropped=("收货地址", "联系手机")),
    Case("会员流失.csv", """
客户编号,客户姓名,性别,年龄,套餐类型,在网时长(月),月消费金额,总消费,是否流失,流失原因
K001,王一,男,34,畅享套餐,12,59.0,708,是,资费太高
K002,李二,女,29,基础套餐,3,29.0,87,否,
K003,赵三,男,51,畅享套餐,40,59.0,2360,否,
K004,孙四,女,45,家庭套餐,25,99.0,2475,是,服务不好
""", "customers", {"customer_id": "客户编号", "name": "客户姓名", "plan": "套餐类型", "tenure_months": "在网时长(月)", "mrr": "月消费金额", "revenue_total": "总消费",
                   "churned": "是否流失", "churn_reason": "流失原因"}, left=("是",)),
    Case("销售线索.csv", """
线索编号,公司名称,联系人,线索来源,阶段,负责人,创建日期,预计成交金额,丢单原因
L1,甲公司,张工,官网,初步接触,小王,2024-03-01,50000,
L2,乙公司,李工,展会,已成交,小王,2024-03-12,80000,
L3,丙公司,赵工,转介绍,丢单,小陈,2024-04-02,20000,价格
L4,丁公司,孙工,官网,报价,小陈,2024-04-20,35000,
""", "leads", {"lead_id": "线索编号", "channel": "线索来源", "stage": "阶段", "owner": "负责人", "created_date": "创建日期", "lost_reason": "丢单原因"}),
    # ------------------------------------------------------------------------------------------------------ 繁體中文
    Case("客戶名單.csv", """
客戶編號,客戶名稱,產業,地區,業務,開通日期,到期日,合約月數,月費,方案
C01,大同公司,製造業,台北,陳小姐,2022/01/05,2025/01/04,36,3200,企業版
C02,小山商行,零售業,台中,林先生,2023/06/18,2024/06/17,12,800,標準版
C03,海天科技,資訊業,高雄,陳小姐,2023/11/30,2025/11/29,24,1500,專業版
""", "customers", {"customer_id": "客戶編號", "name": "客戶名稱", "industry": "產業", "region": "地區", "owner": "業務", "start_date": "開通日期",
                   "contract_end_date": "到期日", "mrr": "月費", "plan": "方案"}),
    Case("滿意度調查.csv", """
會員編號,調查日期,滿意度評分,推薦意願,意見
M1,2024/05/01,4,9,很好
M2,2024/05/02,2,3,等太久
M3,2024/05/13,5,10,
""", "surveys", {"customer_id": "會員編號", "date": "調查日期", "score": "推薦意願|滿意度評分", "comment": "意見"}),
    # -------------------------------------------------------------------------------------------------------- 日本語
    Case("受注一覧.csv", """
注文番号,注文日時,会員ID,注文者氏名,注文者メールアドレス,商品コード,商品名,単価,個数,送料,合計金額,ステータス
O-1,2024/01/05 10:00,R001,山田太郎,yamada@x.example,A1,湯のみ,1200,2,500,2900,発送済
O-2,2024/01/17 09:30,R002,佐藤花子,sato@x.example,B2,皿,800,1,500,1300,キャンセル
O-3,2024/02/20 21:10,R001,山田太郎,yamada@x.example,C3,箸,300,5,0,1500,発送済
""", "activity", {"order_id": "注文番号", "date": "注文日時", "customer_id": "会員ID", "detail": "商品名|商品コード", "unit_price": "単価", "quantity": "個数",
                  "value": "合計金額", "status": "ステータス"}, traps={"value": "送料"}, dropped=("注文者メールアドレス",)),
    Case("会員マスタ.csv", """
会員番号,氏名,生年月日,性別,電話番号,入会日,退会日,退会理由,会員種別,店舗名
1001,山田太郎,1980-04-01,男,03-1234-5678,2020-05-01,,,レギュラー,渋谷店
1002,佐藤花子,1992-10-12,女,03-1234-5679,2021-06-01,2023-03-31,引越し,デイタイム,新宿店
1003,鈴木一郎,1975-01-30,男,03-1234-5680,2022-07-15,,,レギュラー,渋谷店
""", "customers", {"customer_id": "会員番号", "name": "氏名", "start_date": "入会日", "end_date": "退会日", "churn_reason": "退会理由", "segment": "会員種別"},
         traps={"start_date": "生年月日"}, dropped=("電話番号", "生年月日")),
    Case("商談.csv", """
商談ID,取引先名,商談名,フェーズ,金額,完了予定日,作成日,担当者,失注理由
D1,青山商事,導入A,提案,1200000,2024-06-30,2024-01-10,高橋,
D2,緑川工業,導入B,受注,800000,2024-05-15,2024-02-01,高橋,
D3,赤坂物産,更新C,失注,500000,2024-04-30,2024-02-20,中村,予算
""", "leads", {"lead_id": "商談ID", "customer_id": "取引先名", "stage": "フェーズ", "amount": "金額", "created_date": "作成日", "owner": "担当者", "lost_reason": "失注理由"}),
    # -------------------------------------------------------------------------------------------------------- 한국어
    Case("주문내역.csv", """
주문번호,주문일시,회원ID,상품명,수량,판매가,결제금액,주문상태,배송비
20240105-1,2024-01-05 10:00:00,kim01,머그컵,2,8000,18500,배송완료,2500
20240116-1,2024-01-16 11:00:00,lee02,접시,1,12000,14500,주문취소,2500
20240207-2,2024-02-07 12:30:00,kim01,수저,3,3000,9000,배송완료,0
""", "activity", {"order_id": "주문번호", "date": "주문일시", "customer_id": "회원ID", "detail": "상품명", "quantity": "수량", "value": "결제금액", "status": "주문상태"},
         traps={"value": "배송비"}),
    Case("고객이탈.csv", """
고객번호,성명,가입일,해지일,요금제,월요금,가입기간,이탈여부
A1,김철수,2021-03-01,,프리미엄,55000,36,N
A2,이영희,2022-05-11,2024-01-31,베이직,33000,20,Y
A3,박민수,2020-11-25,,베이직,33000,39,N
""", "customers", {"customer_id": "고객번호", "name": "성명", "start_date": "가입일", "end_date": "해지일", "plan": "요금제", "mrr": "월요금",
                   "tenure_months": "가입기간", "churned": "이탈여부"}, left=("Y",)),
    # ------------------------------------------------------------------------------------------------------- Русский
    Case("сделки_amocrm.csv", """
ID;Название сделки;Компания;Основной контакт;Ответственный;Этап сделки;Бюджет;Дата создания;Дата закрытия;Источник сделки;Причина отказа
501;Внедрение;Ромашка;Иванов;Петрова;Успешно реализовано;120000;05.01.2024;28.02.2024;Сайт;
502;Пилот;Лютик;Сидоров;Петрова;Закрыто и не реализовано;40000;17.01.2024;15.03.2024;Реклама;Дорого
503;Расширение;Ромашка;Иванов;Орлов;Переговоры;65000;20.02.2024;;Рекомендация;
""", "leads", {"lead_id": "ID", "customer_id": "Компания|Основной контакт", "owner": "Ответственный", "stage": "Этап сделки", "created_date": "Дата создания",
               "closed_date": "Дата закрытия", "channel": "Источник сделки", "lost_reason": "Причина отказа"}, orders={"created_date": "dmy"}),
    Case("продажи_1с.csv", """
Номер документа;Дата;Контрагент;Номенклатура;Количество;Цена;Сумма;Валюта
РТ-001;05.01.2024;ООО Ромашка;Кружка;10;150,00;1500,00;RUB
РТ-002;17.01.2024;ИП Лютиков;Тарелка;5;220,50;1102,50;RUB
РТ-003;20.02.2024;ООО Ромашка;Ложка;40;35,00;1400,00;RUB
""", "activity", {"date": "Дата", "customer_id": "Контрагент", "detail": "Номенклатура", "quantity": "Количество", "unit_price": "Цена", "value": "Сумма",
                  "currency": "Валюта"}, orders={"date": "dmy"}, traps={"customer_id": "Номер документа"}),
    Case("абоненты.csv", """
Код абонента;ФИО;Тариф;Дата подключения;Дата отключения;Абонентская плата;Статус;Город
7001;Иванов И.И.;Макси;05.01.2022;;590;Активен;Тверь
7002;Петров П.П.;Мини;17.03.2022;20.11.2023;290;Отключен;Тула
7003;Сидоров С.С.;Макси;28.06.2023;;590;Активен;Тверь
""", "customers", {"customer_id": "Код абонента", "name": "ФИО", "plan": "Тариф", "start_date": "Дата подключения", "end_date": "Дата отключения",
                   "mrr": "Абонентская плата", "churned": "Статус", "region": "Город"}, left=("Отключен",)),
    # ------------------------------------------------------------------------------------------------------- Deutsch
    Case("Rechnungen.csv", """
Rechnungsnummer;Rechnungsdatum;Kundennummer;Kundenname;Artikel;Menge;Einzelpreis;Gesamtbetrag;MwSt;Währung
R-1;05.01.2024;10001;Nord GmbH;Becher;10;4,50;45,00;8,55;EUR
R-2;17.01.2024;10002;Süd AG;Teller;3;12,00;36,00;6,84;EUR
R-3;20.02.2024;10001;Nord GmbH;Löffel;100;0,80;80,00;15,20;EUR
""", "activity", {"order_id": "Rechnungsnummer", "date": "Rechnungsdatum", "customer_id": "Kundennummer", "detail": "Artikel", "quantity": "Menge",
                  "unit_price": "Einzelpreis", "value": "Gesamtbetrag", "currency": "Währung"}, traps={"value": "MwSt"}, orders={"date": "dmy"}),
    Case("Vertraege.csv", """
Vertragsnummer;Kundennr.;Tarif;Vertragsbeginn;Vertragsende;Kündigungsdatum;Laufzeit (Monate);Monatlicher Beitrag
V1;K1;Premium;01.02.2022;31.01.2024;15.10.2023;24;79,90
V2;K2;Basis;15.05.2022;;;12;29,90
V3;K1;Familie;20.08.2023;;;12;99,90
""", "subscriptions", {"subscription_id": "Vertragsnummer", "customer_id": "Kundennr.", "plan": "Tarif", "start_date": "Vertragsbeginn",
                       "end_date": "Kündigungsdatum|Vertragsende", "term_months": "Laufzeit (Monate)", "mrr": "Monatlicher Beitrag"}),
    Case("Mitglieder.csv", """
Mitgliedsnummer;Vorname;Nachname;Geburtsdatum;Straße;PLZ;Ort;Telefon;E-Mail;Eintrittsdatum;Austrittsdatum;Austrittsgrund;Mitgliedschaft
1;Anna;Ahorn;01.04.1980;Weg 1;53111;Bonn;0228 1234567;anna@x.example;01.05.2020;;;Gold
2;Bert;Buche;13.10.1992;Ring 2;50667;Köln;0221 1234567;bert@x.example;15.06.2021;31.03.2023;Umzug;Silber
3;Clara;Cedern;30.01.1975;Platz 3;89073;Ulm;0731 1234567;clara@x.example;20.07.2022;;;Gold
""", "customers", {"customer_id": "Mitgliedsnummer", "name": ["Vorname", "Nachname"], "start_date": "Eintrittsdatum", "end_date": "Austrittsdatum",
                   "churn_reason": "Austrittsgrund"}, traps={"start_date": "Geburtsdatum"}, dropped=("Geburtsdatum", "Straße", "Telefon", "E-Mail")),
    # ------------------------------------------------------------------------------------------------------ Français
    Case("commandes.csv", """
N° commande;Date de commande;N° client;Nom du client;Désignation;Qté;Prix unitaire HT;Montant TTC;Statut;Date de livraison
C100;05/01/2024;501;Dupont SA;Tasse;10;4,50;54,00;Livrée;08/01/2024
C101;17/01/2024;502;Martin SARL;Assiette;3;12,00;43,20;Annulée;
C102;20/02/2024;501;Dupont SA;Cuillère;100;0,80;96,00;Livrée;23/02/2024
""", "activity", {"order_id": "N° commande", "date": "Date de commande", "customer_id": "N° client", "detail": "Désignation", "quantity": "Qté",
                  "unit_price": "Prix unitaire HT", "value": "Montant TTC", "status": "Statut"}, traps={"date": "Date de livraison"}, orders={"date": "dmy"}),
    Case("abonnés.csv", """
Identifiant abonné;Nom;Prénom;Formule;Date d'inscription;Date de résiliation;Motif de résiliation;Cotisation mensuelle;Actif
A1;Dupont;Anne;Premium;05/01/2022;;;39,90;1
A2;Martin;Bob;Basique;17/03/2022;20/11/2023;Prix;19,90;0
A3;Petit;Chloé;Premium;28/06/2023;;;39,90;1
""", "customers", {"customer_id": "Identifiant abonné", "plan": "Formule", "start_date": "Date d'inscription", "end_date": "Date de résiliation",
                   "churn_reason": "Motif de résiliation", "mrr": "Cotisation mensuelle", "churned": "Actif"}, left=("0",), orders={"start_date": "dmy"}),
    # ------------------------------------------------------------------------------------------------------- Español
    Case("pedidos.csv", """
Número de pedido;Fecha del pedido;ID de cliente;Producto;Cantidad;Precio unitario;Importe total;Estado;Gastos de envío
P1;05/01/2024;C1;Taza;10;4,50;45,00;Entregado;3,00
P2;17/01/2024;C2;Plato;3;12,00;36,00;Cancelado;3,00
P3;20/02/2024;C1;Cuchara;100;0,80;80,00;Entregado;0,00
""", "activity", {"order_id": "Número de pedido", "date": "Fecha del pedido", "customer_id": "ID de cliente", "detail": "Producto", "quantity": "Cantidad",
                  "unit_price": "Precio unitario", "value": "Importe total", "status": "Estado"}, traps={"value": "Gastos de envío"}, orders={"date": "dmy"}),
    Case("clientes_es.csv", """
Código cliente,Nombre,Sector,Provincia,Fecha de alta,Fecha de baja,Motivo de baja,Cuota mensual,Antigüedad (meses),Comercial
C1,Taller Norte,Automoción,Burgos,2021-02-01,,,49.0,36,Lucía
C2,Panadería Sol,Alimentación,Cádiz,2022-03-15,2023-10-31,Precio,19.0,19,Marcos
C3,Bodega Luna,Alimentación,Logroño,2020-05-20,,,99.0,44,Lucía
""", "customers", {"customer_id": "Código cliente", "name": "Nombre", "industry": "Sector", "region": "Provincia", "start_date": "Fecha de alta",
                   "end_date": "Fecha de baja", "churn_reason": "Motivo de baja", "mrr": "Cuota mensual", "tenure_months": "Antigüedad (meses)"}),
    # ----------------------------------------------------------------------------------------------------- Português
    Case("pedidos_pt.csv", """
Código do pedido;Data do pedido;Código do cliente;Nome do produto;Quantidade;Preço unitário;Valor total;Status do pedido;Frete
1;05/01/2024;9001;Caneca;2;20,00;45,00;Entregue;5,00
2;17/01/2024;9002;Prato;1;35,00;40,00;Cancelado;5,00
3;20/02/2024;9001;Colher;6;5,00;30,00;Entregue;0,00
""", "activity", {"order_id": "Código do pedido", "date": "Data do pedido", "customer_id": "Código do cliente", "detail": "Nome do produto", "quantity": "Quantidade",
                  "unit_price": "Preço unitário", "value": "Valor total", "status": "Status do pedido"}, traps={"value": "Frete"}, orders={"date": "dmy"}),
    Case("pesquisa_nps.csv", """
ID do cliente,Data da resposta,Nota NPS,Comentário
1,2024-01-05,9,Ótimo
2,2024-01-16,3,Demorado
3,2024-02-07,10,
""", "surveys", {"customer_id": "ID do cliente", "date": "Data da resposta", "score": "Nota NPS", "comment": "Comentário"}, implied={"instrument": "nps"}),
    Case("assinantes.csv", """
id_assinante,nome,plano,data_cadastro,data_cancelamento,motivo_cancelamento,mensalidade,cidade,cancelou
10,Ana Alves,Família,2021-02-01,,,49.9,Recife,Não
11,Beto Braga,Básico,2022-03-15,2023-10-31,Preço,19.9,Natal,Sim
12,Caio Costa,Família,2020-05-20,,,49.9,Recife,Não
""", "customers", {"customer_id": "id_assinante", "name": "nome", "plan": "plano", "start_date": "data_cadastro", "end_date": "data_cancelamento",
                   "churn_reason": "motivo_cancelamento", "mrr": "mensalidade", "region": "cidade", "churned": "cancelou"}, left=("Sim",)),
)
