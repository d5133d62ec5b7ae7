"""Exports as tools of sales, billing, shops and support give them: made up, in the shape of the real ones."""

from __future__ import annotations

from tests.intake.recognise.case import Case

CASES = (
    Case("stripe_subscriptions.csv", """
id,Customer ID,Customer Description,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),Current Period Start (UTC),Current Period End (UTC),Canceled At (UTC),Ended At (UTC)
sub_1Ab,cus_901,Acme GmbH,ann@acme.example,price_pro,5,usd,month,250.00,active,2024-01-03 10:11,2024-01-03 10:11,2025-03-03 10:11,2025-04-03 10:11,,
sub_1Ac,cus_902,Bolt Ltd,bo@bolt.example,price_team,2,usd,month,58.00,canceled,2024-02-14 08:00,2024-02-14 08:00,2024-10-14 08:00,2024-11-14 08:00,2024-11-02 09:30,2024-11-14 08:00
sub_1Ad,cus_903,Cray SARL,cy@cray.example,price_pro,9,eur,month,450.00,active,2024-05-21 12:45,2024-05-21 12:45,2025-03-21 12:45,2025-04-21 12:45,,
sub_1Ae,cus_902,Bolt Ltd,bo@bolt.example,price_pro,1,usd,month,50.00,past_due,2024-12-01 07:20,2024-12-01 07:20,2025-03-01 07:20,2025-04-01 07:20,,
""", "subscriptions", {"subscription_id": "id", "customer_id": "Customer ID", "plan": "Plan", "start_date": "Start (UTC)|Created (UTC)",
                       "end_date": "Ended At (UTC)|Canceled At (UTC)", "seats": "Quantity"}),
    Case("stripe_customers.csv", """
id,Description,Email,Name,Created (UTC),Delinquent,Plan,Status,Total Spend,Payment Count,Average Order,Refunded Volume,Dispute Losses
cus_901,Acme GmbH,ann@acme.example,Ann Ayre,2023-12-30 10:11,false,Pro,active,3200.00,13,246.15,0,0
cus_902,Bolt Ltd,bo@bolt.example,Bo Bell,2024-02-10 08:00,false,Team,canceled,580.00,10,58.00,58,0
cus_903,Cray SARL,cy@cray.example,Cy Crane,2024-05-20 12:45,true,Pro,past_due,4500.00,10,450.00,0,0
cus_904,Dune Inc,di@dune.example,Di Dow,2024-07-01 07:20,false,,,0.00,0,,0,0
""", "customers", {"customer_id": "id", "name": "Name", "start_date": "Created (UTC)", "plan": "Plan", "revenue_total": "Total Spend"},
         traps={"mrr": "Average Order", "churned": "Delinquent"}),
    Case("chargebee_subscriptions.csv", """
Subscription Id,Customer Id,Customer Company,Plan Id,Plan Quantity,Status,Created At,Activated At,Next Billing At,Cancelled At,Cancel Reason,MRR,Currency Code,Billing Period Unit
AzqX1,C-1001,Nordlicht AG,gold-monthly,3,active,12-Mar-2023 10:00,12-Mar-2023 10:05,12-Apr-2025 10:00,,,297,EUR,month
AzqX2,C-1002,Portola Inc,silver-yearly,1,cancelled,01-Jun-2023 09:00,15-Jun-2023 09:00,,20-Jun-2024 12:00,too_expensive,49,USD,year
AzqX3,C-1003,Quill Co,gold-monthly,12,active,22-Sep-2023 16:30,22-Sep-2023 16:30,22-Apr-2025 16:30,,,1188,USD,month
AzqX4,C-1001,Nordlicht AG,addon-seats,2,in_trial,30-Nov-2024 11:00,30-Nov-2024 11:00,30-Apr-2025 11:00,,,58,EUR,month
""", "subscriptions", {"subscription_id": "Subscription Id", "customer_id": "Customer Id", "plan": "Plan Id", "mrr": "MRR",
                       "end_date": "Cancelled At", "renewal_date": "Next Billing At"}),
    Case("pipedrive_deals.csv", """
Deal - ID,Deal - Title,Deal - Owner,Deal - Organization,Deal - Contact person,Deal - Value,Deal - Currency,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Expected close date
101,Acme rollout,Pia Lund,Acme,Ann Ayre,12000,EUR,Proposal Made,Won,2024-01-12 09:00:00,2024-03-01 10:00:00,,,2024-03-15
102,Bolt pilot,Pia Lund,Bolt,Bo Bell,3000,EUR,Contact Made,Lost,2024-02-02 11:30:00,,2024-04-04 08:00:00,Price,2024-05-01
103,Cray renewal,Jon Dahl,Cray,Cy Crane,8000,EUR,Negotiations Started,Open,2024-03-20 14:10:00,,,,2024-07-01
104,Dune test,Jon Dahl,Dune,Di Dow,500,EUR,Lead In,Open,2024-04-02 15:00:00,,,,2024-08-01
""", "leads", {"lead_id": "Deal - ID", "amount": "Deal - Value", "stage": "Deal - Stage", "outcome": "Deal - Status|Deal - Stage",
               "created_date": "Deal - Deal created", "lost_reason": "Deal - Lost reason", "owner": "Deal - Owner", "customer_id": "Deal - Organization|Deal - Contact person"}),
    Case("zoho_leads.csv", """
Lead Id,Lead Owner,Company,First Name,Last Name,Email,Phone,Lead Source,Lead Status,Industry,Annual Revenue,No. of Employees,Created Time,Modified Time,Converted
zcrm_1,Rita Roy,Blue Nile,Anil,Das,anil@bn.example,555-010-2233,Trade Show,Contacted,Retail,1200000,40,2024-04-01 10:00:00,2024-05-01 10:00:00,false
zcrm_2,Rita Roy,Red Fort,Bina,Rao,bina@rf.example,555-010-2234,Web Download,Not Contacted,Media,450000,12,2024-04-03 10:00:00,2024-05-02 10:00:00,true
zcrm_3,Sam Poe,Green Oak,Chen,Li,chen@go.example,555-010-2235,Cold Call,Lost Lead,Banking,98000000,900,2024-04-09 10:00:00,2024-05-03 10:00:00,false
zcrm_4,Sam Poe,Grey Owl,Dora,Moe,dora@gw.example,555-010-2236,Web Download,Contacted,Retail,70000,5,2024-04-11 10:00:00,2024-05-04 10:00:00,false
""", "leads", {"lead_id": "Lead Id", "channel": "Lead Source", "stage": "Lead Status", "owner": "Lead Owner", "created_date": "Created Time",
               "outcome": "Converted"}, traps={"amount": "Annual Revenue", "customer_id": "Company"}, dropped=("Email", "Phone")),
    Case("dynamics_opportunities.csv", """
(Do Not Modify) Opportunity,Topic,Potential Customer,Est. Close Date,Est. Revenue,Actual Revenue,Actual Close Date,Status,Status Reason,Sales Stage,Rating,Created On,Owner
5d2f0a11-0000-4000-8000-000000000001,Rollout,Acme,2024-06-30,50000,48000,2024-06-12,Won,Won,Close,Hot,2024-01-10,Kim Roe
5d2f0a11-0000-4000-8000-000000000002,Pilot,Bolt,2024-07-31,20000,,,Open,In Progress,Develop,Warm,2024-02-11,Kim Roe
5d2f0a11-0000-4000-8000-000000000003,Extension,Cray,2024-05-31,9000,,2024-05-20,Lost,Out-Sold,Propose,Cold,2024-03-01,Lee Fox
5d2f0a11-0000-4000-8000-000000000004,Upsell,Acme,2024-09-30,7000,,,Open,In Progress,Qualify,Warm,2024-03-15,Lee Fox
""", "leads", {"lead_id": "(Do Not Modify) Opportunity", "customer_id": "Potential Customer", "stage": "Sales Stage|Status", "outcome": "Status",
               "created_date": "Created On", "owner": "Owner"}),
    Case("orders_export_1.csv", """
Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Street,Billing City,Billing Zip,Billing Country,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Phone
#2001,ann@x.example,paid,2024-03-01 10:00:00 +0100,fulfilled,2024-03-02 10:00:00 +0100,yes,EUR,40.00,4.90,7.17,44.90,,0.00,Standard,2024-03-01 09:59:00 +0100,2,Mug,10.00,MUG-1,Ann Ayre,Hauptstr. 1,Bonn,53111,DE,,Visa,0.00,House,5551,,Low,web,
#2001,ann@x.example,,,,,,,,,,,,,,2024-03-01 09:59:00 +0100,1,Plate,20.00,PLT-1,,,,,,,,,House,,,,,
#2002,bo@x.example,refunded,2024-03-04 12:00:00 +0100,fulfilled,2024-03-05 12:00:00 +0100,no,EUR,15.00,4.90,3.18,19.90,,0.00,Standard,2024-03-04 11:59:00 +0100,1,Bowl,15.00,BWL-1,Bo Bell,Ring 2,Köln,50667,DE,,PayPal,19.90,House,5552,,Low,web,
#2003,ann@x.example,paid,2024-04-11 08:00:00 +0200,,,yes,EUR,30.00,0.00,4.79,30.00,SPRING,3.00,Pickup,2024-04-11 07:58:00 +0200,3,Mug,10.00,MUG-1,Ann Ayre,Hauptstr. 1,Bonn,53111,DE,,Visa,0.00,House,5553,,Low,pos,
#2004,cy@x.example,pending,,,,no,EUR,12.00,4.90,2.70,16.90,,0.00,Standard,2024-05-02 20:20:00 +0200,1,Spoon,12.00,SPN-1,Cy Crane,Weg 3,Ulm,89073,DE,,Visa,0.00,House,5554,,Low,web,
""", "activity", {"customer_id": "Email", "order_id": "Name", "date": "Created at", "value": "Total", "detail": "Lineitem name",
                  "status": "Financial Status", "currency": "Currency", "quantity": "Lineitem quantity"},
         traps={"customer_id": "Name", "value": "Subtotal"}, implied={"kind": "purchase"}),
    Case("customers_export.csv", """
Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Phone,Total Spent,Total Orders,Note,Tax Exempt,Tags
7001,Ann,Ayre,ann@x.example,yes,,Hauptstr. 1,Bonn,NW,DE,53111,,74.90,2,,no,vip
7002,Bo,Bell,bo@x.example,no,,Ring 2,Köln,NW,DE,50667,,19.90,1,,no,
7003,Cy,Crane,cy@x.example,yes,Cray,Weg 3,Ulm,BW,DE,89073,,16.90,1,,no,
7004,Di,Dow,di@x.example,no,,Platz 4,Jena,TH,DE,07743,,0.00,0,,no,
""", "customers", {"customer_id": "Customer ID", "revenue_total": "Total Spent", "name": ["First Name", "Last Name"]}, dropped=("Email",)),
    Case("woocommerce_orders.csv", """
Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Email (Billing),Phone (Billing),Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Customer User ID
8101,Completed,2024-02-01 11:12,,Ann,Ayre,ann@x.example,555-010-7777,0,20,Flat rate,5,0,25.00,2.1,S-1,1,Tea,2,10,31
8101,Completed,2024-02-01 11:12,,Ann,Ayre,ann@x.example,555-010-7777,0,20,Flat rate,5,0,25.00,2.1,S-2,2,Cup,1,5,31
8102,Cancelled,2024-02-13 09:00,,Bo,Bell,bo@x.example,555-010-7778,0,12,Flat rate,5,0,17.00,1.4,S-3,1,Pot,1,12,32
8103,Refunded,2024-03-25 18:40,,Cy,Crane,cy@x.example,555-010-7779,2,30,Flat rate,5,33,33.00,3.0,S-1,1,Tea,3,10,33
""", "activity", {"order_id": "Order Number", "customer_id": "Customer User ID|Email (Billing)", "date": "Order Date", "value": "Order Total Amount",
                  "status": "Order Status", "detail": "Item Name"}, traps={"value": "Order Shipping Amount", "customer_id": "Order Number"}),
    Case("magento_customers.csv", """
ID,Name,Email,Group,Phone,ZIP,Country,State/Province,Customer Since,Web Site,Confirmed email,Account Created in,Date of Birth,Tax VAT Number,Gender
1,Ann Ayre,ann@x.example,General,555-010-1111,94103,United States,California,"Jan 12, 2022 10:01:00 AM",Main Website,Confirmed,Default Store,1980-01-02,,Female
2,Bo Bell,bo@x.example,Wholesale,555-010-1112,10001,United States,New York,"Feb 3, 2022 4:20:10 PM",Main Website,Confirmed,Default Store,1975-05-06,,Male
3,Cy Crane,cy@x.example,General,555-010-1113,60601,United States,Illinois,"Mar 30, 2023 9:15:00 AM",Main Website,Confirmed,Default Store,,,Male
""", "customers", {"customer_id": "ID", "name": "Name", "start_date": "Customer Since", "segment": "Group"},
         traps={"start_date": "Date of Birth"}, dropped=("Email", "Phone", "Date of Birth")),
    Case("zendesk_tickets.csv", """
Id,Requester id,Requester external id,Requester email,Submitter name,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Satisfaction Score
9001,3801,C-1,ann@x.example,Ann Ayre,Sue Poe,Support,Cannot log in,login,Closed,High,Web,Incident,2024-01-02 10:00,2024-01-05 10:00,2024-01-02 10:05,Acme,,2024-01-02 10:05,2024-01-03 12:00,Good
9002,3802,C-2,bo@x.example,Bo Bell,Sue Poe,Support,Invoice wrong,billing,Open,Normal,Mail,Question,2024-01-14 09:00,2024-01-15 09:00,2024-01-14 09:10,Bolt,,2024-01-14 09:10,,Offered
9003,3801,C-1,ann@x.example,Ann Ayre,Tim Ray,Support,Export fails,export,Solved,Urgent,Web,Problem,2024-02-20 16:00,2024-02-22 16:00,2024-02-20 16:20,Acme,,2024-02-20 16:20,2024-02-21 08:00,Bad
9004,3803,C-3,cy@x.example,Cy Crane,Tim Ray,Support,How to,howto,Pending,Low,Chat,Question,2024-03-01 11:00,2024-03-02 11:00,2024-03-01 11:30,Cray,,2024-03-01 11:30,,Offered
""", "activity", {"customer_id": "Requester id|Requester external id|Organization|Requester email", "date": "Created at"},
         traps={"customer_id": "Id", "date": "Solved at"}, implied={"kind": "support"}),
    Case("freshdesk_tickets.csv", """
Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,First response time (in hrs),Resolution time (in hrs),Customer interactions,Resolution status,Tags,Survey results,Full name,Title,Email,Company Name,Customer ID
1,Login,Closed,High,Portal,Incident,Sue,Support,2024-01-02 10:00:00,2024-01-03 10:00:00,2024-01-02 18:00:00,2024-01-04 10:00:00,2024-01-04 10:00:00,0:20:00,8:00:00,2,Within SLA,,Extremely Happy,Ann Ayre,,ann@x.example,Acme,60001
2,Billing,Open,Low,Email,Question,Tim,Support,2024-01-22 10:00:00,2024-01-25 10:00:00,,,2024-01-22 12:00:00,1:00:00,,1,,,,Bo Bell,,bo@x.example,Bolt,60002
3,Export,Resolved,Medium,Chat,Problem,Tim,Support,2024-02-13 10:00:00,2024-02-14 10:00:00,2024-02-14 09:00:00,,2024-02-14 09:00:00,0:10:00,23:00:00,4,Within SLA,,Unhappy,Ann Ayre,,ann@x.example,Acme,60001
""", "activity", {"customer_id": "Customer ID", "date": "Created time"}, traps={"customer_id": "Ticket ID", "date": "Closed time"}),
    Case("mixpanel_events.csv", """
event,distinct_id,time,$browser,$city,mp_country_code,plan
Login,u-1,1704103200,Chrome,Bonn,DE,pro
Report Created,u-1,1704106800,Chrome,Bonn,DE,pro
Login,u-2,1704189600,Safari,Paris,FR,free
Export,u-2,1704193200,Safari,Paris,FR,free
Login,u-3,1704279600,Edge,Rome,IT,free
""", "activity", {"customer_id": "distinct_id", "date": "time", "kind": "event"}),
    Case("amplitude_export.csv", """
user_id,amplitude_id,event_type,event_time,platform,device_type,session_id,country
u-1,11,session_start,2024-01-01 10:00:00.123000,Web,Mac,1704103200123,Germany
u-1,11,report_export,2024-01-01 10:02:00.553000,Web,Mac,1704103200123,Germany
u-2,12,session_start,2024-01-15 11:00:00.001000,iOS,iPhone,1705316400001,France
u-2,12,upload,2024-01-15 11:01:00.771000,iOS,iPhone,1705316400001,France
""", "activity", {"customer_id": "user_id", "date": "event_time", "kind": "event_type"}, traps={"customer_id": "session_id"}),
    Case("Delighted.csv", """
Email,Name,Score,Comment,Person Created At,Survey Sent At,Survey Responded At,Tags,Delighted Email Subject
ann@x.example,Ann Ayre,10,Love it,2023-01-01 10:00:00 UTC,2024-02-01 10:00:00 UTC,2024-02-02 11:00:00 UTC,,How are we doing?
bo@x.example,Bo Bell,6,Slow,2023-03-01 10:00:00 UTC,2024-02-01 10:00:00 UTC,2024-02-13 09:00:00 UTC,,How are we doing?
cy@x.example,Cy Crane,8,,2023-05-01 10:00:00 UTC,2024-02-01 10:00:00 UTC,2024-02-20 12:00:00 UTC,,How are we doing?
""", "surveys", {"customer_id": "Email", "score": "Score", "comment": "Comment", "date": "Survey Responded At"}, traps={"date": "Person Created At"}),
    Case("SurveyMonkey.csv", """
Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,How likely is it that you would recommend this company to a friend or colleague?,What could we do better?
118000001,4100,03/14/2024 10:00:00 AM,03/14/2024 10:04:00 AM,10.0.0.1,ann@x.example,Ann,Ayre,9,More colours
118000002,4100,03/15/2024 11:00:00 AM,03/15/2024 11:02:00 AM,10.0.0.2,bo@x.example,Bo,Bell,4,Faster support
118000003,4100,03/17/2024 09:00:00 AM,03/17/2024 09:09:00 AM,10.0.0.3,cy@x.example,Cy,Crane,7,
""", "surveys", {"customer_id": "Email Address", "score": "How likely is it that you would recommend this company to a friend or colleague?",
                 "date": "End Date|Start Date"}, traps={"customer_id": "Respondent ID"}, implied={"instrument": "nps"}, orders={"date": "mdy"}),
    Case("meta_ads.csv", """
Campaign name,Ad set name,Day,Impressions,Reach,Link clicks,CPC (cost per link click) (USD),Results,Cost per result,Amount spent (USD),Reporting starts,Reporting ends
Spring,Lookalike,2024-03-01,12000,9000,210,0.55,12,9.63,115.50,2024-03-01,2024-03-01
Spring,Retarget,2024-03-01,4000,2500,130,0.40,9,5.78,52.00,2024-03-01,2024-03-01
Spring,Lookalike,2024-03-02,11500,8800,190,0.60,10,11.40,114.00,2024-03-02,2024-03-02
""", "spend", {"program": "Campaign name", "date": "Day|Reporting starts", "amount": "Amount spent (USD)"},
         traps={"amount": "Cost per result", "program": "Ad set name"}, units={"amount": "USD"}),
    Case("linkedin_ads.csv", """
Start Date (in UTC),Account Name,Currency,Campaign Group Name,Campaign Name,Campaign Status,Total Spent,Impressions,Clicks,Average CPC,Leads,Cost per Lead
3/1/2024,Acme Ads,EUR,Brand,CFO DACH,Active,220.10,8000,40,5.50,3,73.37
3/15/2024,Acme Ads,EUR,Brand,CMO DACH,Active,180.00,7000,36,5.00,2,90.00
3/28/2024,Acme Ads,EUR,Demand,RevOps,Paused,90.50,3000,12,7.54,0,
""", "spend", {"program": "Campaign Name", "date": "Start Date (in UTC)", "amount": "Total Spent"}, traps={"amount": "Average CPC"}, orders={"date": "mdy"}),
    Case("kpi_mrr_by_month.csv", """
customer_id,month,mrr,currency
C1,2024-01,120,EUR
C1,2024-02,120,EUR
C1,2024-03,150,EUR
C2,2024-01,80,EUR
C2,2024-02,0,EUR
""", "revenue", {"customer_id": "customer_id", "date": "month", "amount": "mrr", "currency": "currency"}, orders={"date": "ym"}),
    Case("superstore.csv", """
Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit
1,CA-2016-152156,11/8/2016,11/11/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,Kentucky,42420,South,FUR-BO-1,Furniture,Bookcases,Bush Bookcase,261.96,2,0,41.91
2,CA-2016-152156,11/8/2016,11/11/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,Kentucky,42420,South,FUR-CH-1,Furniture,Chairs,Hon Chair,731.94,3,0,219.58
3,CA-2016-138688,6/12/2016,6/16/2016,Second Class,DV-13045,Darrin Huff,Corporate,United States,Los Angeles,California,90036,West,OFF-LA-1,Office Supplies,Labels,Labels,14.62,2,0,6.87
4,US-2015-108966,10/21/2015,10/28/2015,Standard Class,SO-20335,Sean Donnell,Consumer,United States,Fort Lauderdale,Florida,33311,South,FUR-TA-1,Furniture,Tables,Bretford Table,957.57,5,0.45,-383.03
""", "activity", {"customer_id": "Customer ID", "order_id": "Order ID", "date": "Order Date", "value": "Sales", "quantity": "Quantity", "detail": "Product Name|Product ID"},
         traps={"customer_id": "Row ID", "date": "Ship Date", "value": "Profit"}, orders={"date": "mdy"}),
    Case("amazon_order_report.csv", """
amazon-order-id,merchant-order-id,purchase-date,last-updated-date,order-status,fulfillment-channel,sales-channel,order-channel,ship-service-level,product-name,sku,asin,item-status,quantity,currency,item-price,item-tax,shipping-price,ship-city,ship-state,ship-country,buyer-email
111-0000001-0000001,,2024-03-01T10:00:00+00:00,2024-03-03T10:00:00+00:00,Shipped,Amazon,Amazon.com,,Standard,Mug,SKU1,B000001,Shipped,1,USD,12.99,1.00,0,Austin,TX,US,a1@marketplace.example
111-0000002-0000002,,2024-03-05T12:00:00+00:00,2024-03-06T10:00:00+00:00,Cancelled,Amazon,Amazon.com,,Standard,Plate,SKU2,B000002,Cancelled,1,USD,8.50,0.70,0,Boston,MA,US,b2@marketplace.example
111-0000003-0000003,,2024-03-15T15:00:00+00:00,2024-03-17T10:00:00+00:00,Shipped,Amazon,Amazon.com,,Expedited,Mug,SKU1,B000001,Shipped,2,USD,25.98,2.00,3,Dallas,TX,US,a1@marketplace.example
""", "activity", {"order_id": "amazon-order-id", "date": "purchase-date", "customer_id": "buyer-email", "status": "order-status|item-status", "detail": "product-name|sku|asin"},
         traps={"date": "last-updated-date"}),
    Case("ibm_telco_status.csv", """
Customer ID,Count,Quarter,Referred a Friend,Number of Referrals,Tenure in Months,Offer,Phone Service,Contract,Monthly Charge,Total Charges,Total Refunds,Total Revenue,Satisfaction Score,Customer Status,Churn Label,Churn Score,CLTV,Churn Category,Churn Reason
0002-ORFBO,1,Q3,Yes,2,9,None,Yes,One Year,65.6,593.3,0,974.81,3,Stayed,No,65,2205,,
0003-MKNFE,1,Q3,No,0,9,None,Yes,Month-to-Month,-4,542.4,38.33,610.28,5,Stayed,No,66,5414,,
0004-TLHLJ,1,Q3,No,0,4,Offer E,Yes,Month-to-Month,73.9,280.85,0,415.45,1,Churned,Yes,71,4479,Competitor,Competitor had better devices
0011-IGKFF,1,Q3,Yes,1,13,Offer D,Yes,Month-to-Month,98,1237.85,0,1599.51,1,Churned,Yes,91,3714,Dissatisfaction,Product dissatisfaction
0013-EXCHZ,1,Q3,Yes,3,3,None,Yes,Month-to-Month,83.9,267.4,0,289.54,1,Joined,No,68,3464,,
""", "customers", {"customer_id": "Customer ID", "tenure_months": "Tenure in Months", "mrr": "Monthly Charge", "revenue_total": "Total Charges|Total Revenue",
                   "churned": "Customer Status|Churn Label", "churn_reason": "Churn Reason|Churn Category", "csat": "Satisfaction Score", "referrals": "Number of Referrals"},
         traps={"churned": "Churn Score"}),
    Case("olist_reviews.csv", """
review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp,customer_id
r1,o1,4,,ok,2018-01-18 00:00:00,2018-01-18 21:46:59,c1
r2,o2,5,,,2018-03-10 00:00:00,2018-03-11 03:05:13,c2
r3,o3,1,bad,never came,2018-02-17 00:00:00,2018-02-18 14:36:24,c3
""", "surveys", {"customer_id": "customer_id", "score": "review_score", "comment": "review_comment_message", "date": "review_creation_date|review_answer_timestamp"},
         traps={"customer_id": "review_id"}),
    Case("price_list.csv", """
SKU,Product,Category,Unit price,Stock
A1,Mug,Kitchen,9.90,120
A2,Plate,Kitchen,7.50,80
A3,Lamp,Living,49.00,12
""", "unknown", {}),
    Case("employees.csv", """
employee_id,first_name,last_name,hire_date,job_title,department,salary,manager_id
1,Ann,Ayre,2019-01-02,Engineer,R&D,72000,9
2,Bo,Bell,2020-03-04,Sales rep,Sales,51000,8
3,Cy,Crane,2018-05-06,Manager,Sales,90000,7
""", "unknown", {}),
)
