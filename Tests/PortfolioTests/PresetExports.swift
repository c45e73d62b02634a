import Foundation
import Review

/// A made-up export in the layout of a preset, with its quirks.
struct PresetExport {
  let preset: String
  let table: Table
  /// Its name, and how a test calls it.
  let file: String
  let bytes: Data
  /// What the settings say beside the preset, because it is the exporter's choice.
  let settings: [String]

  init(_ preset: String, _ table: Table, _ file: String, _ settings: [String], _ text: String) {
    self.init(preset, table, file, settings, bytes: Data(text.utf8))
  }

  init(_ preset: String, _ table: Table, _ file: String, _ settings: [String], bytes: Data) {
    (self.preset, self.table, self.file, self.settings, self.bytes) = (preset, table, file, settings, bytes)
  }

  /// The entry of the settings that reads it.
  var source: String {
    let keys = ["file: exports/\(file)", "preset: \(preset)"] + settings
    return "  \(table.rawValue):\n    - " + keys.joined(separator: "\n      ") + "\n"
  }

  /// Reads it beside other files.
  func read(_ files: [String: String] = [:], settings: String = "currency: USD\n") throws -> Loaded {
    var all = files.mapValues { Data($0.utf8) }
    all["exports/\(file)"] = bytes
    all["vigie.yml"] = Data((settings + "sources:\n" + source).utf8)
    if all["data/measures.csv"] == nil { all["data/measures.csv"] = Data("account_id,date,logins\n".utf8) }
    return try loaded(bytes: all)
  }

  static let salesforceAccounts = PresetExport(
    "salesforce", .accounts, "report-accounts.csv", ["encoding: iso-8859-1", "date_format: MM/dd/yyyy"],
    bytes: latin(
      """
      "Account ID","Account Name","Account Owner","Type","Industry","Employees","Annual Recurring Revenue","Renewal Date","Customer Since","Billing Country","Churn Date"
      "001A0000006Vm9r","Résidences Clairval SA","Hélène Vasseur","Customer","Healthcare","1,880","$62,000.00","01/10/2027","01/10/2022","France",""
      "001A0000006Vm9s","Østerkær","Björn Åkerlind","Customer","Healthcare","640","$0.00","","03/07/2022","Denmark","11/02/2026"

      "Grand Totals (2 records)","","","","","","$62,000.00"

      "Confidential Information - Do Not Distribute"
      "Copyright © 2000-2026 salesforce.com, inc. All rights reserved."
      """ + "\n"))

  static let salesforceOpportunities = PresetExport(
    "salesforce", .outcomes, "report-opportunities.csv", ["date_format: M/d/yyyy"],
    """
    "Opportunity Name","Account ID","Account Name","Type","Stage","Amount","Close Date","Probability","Loss Reason"
    "first","A1","Acme","New Business","Closed Won","$100,000.00","1/10/2024","100%",""
    "more seats","A1","Acme","Existing Business","Closed Won","$20,000.00","6/1/2024","100%",""
    "renewal","A1","Acme","Renewal","Closed Won","$110,000.00","1/10/2025","100%",""
    "renewal","A1","Acme","Renewal","Closed Lost","$110,000.00","1/10/2026","0%","Price"
    "more","B2","Beta","Existing Business","Closed Won","$5,000.00","3/1/2026","100%",""
    "a second product","B2","Beta","Existing Business","Closed Lost","$9,000.00","4/1/2026","0%","No budget"
    "renewal","B2","Beta","Renewal","Negotiation","$9,000.00","12/1/2026","60%",""
    "Total","","","","","$353,000.00"
    "Confidential Information - Do Not Distribute"
    "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
    """ + "\n")

  static let salesforceActivities = PresetExport(
    "salesforce", .touchpoints, "report-activities.csv", ["date_format: dd.MM.yyyy"],
    """
    "Subject","Assigned","Company / Account","Contact","Date","Task Subtype","Full Comments"
    "Check-in","Kim","Acme, Inc.","Ann","02.11.2026","Call","Went
    well"
    "Newsletter","Kim","beta","","03.11.2026","List Email",""
    "Prepare","Kim","ACME","","04.11.2026","Task","Slides"
    "Kick-off","Kim","Gamma","","05.11.2026","Meeting",""
    "Grand Totals (4 records)"
    """ + "\n")

  static let hubspotCompanies = PresetExport(
    "hubspot", .accounts, "companies.csv", [],
    """
    Record ID,Company name,Company owner,Company Domain Name,Industry,Number of Employees,Country/Region,Create Date,ARR,Renewal Date
    9012345678,Acme,Kim Lee,acme.example,COMPUTER_SOFTWARE,120,France,2022-03-04 09:30,48000,2027-01-31 00:00
    9012345679,"Beta, Inc.",,beta.example,,,,2023-05-06 23:59,,
    """ + "\n")

  static let hubspotFrench = PresetExport(
    "hubspot", .accounts, "entreprises.csv",
    ["encoding: windows-1252", "decimal: \",\"", "date_format: dd/MM/yyyy"],
    bytes: latin(
      """
      ID de fiche d'informations;Nom de l'entreprise;Propriétaire de l'entreprise;Nombre d'employés;Date de création
      9012345678;Les Ateliers;Zoé Lee;12,0;04/03/2022 09:30
      """ + "\r\n"))

  static let hubspotDeals = PresetExport(
    "hubspot", .outcomes, "deals.csv", [],
    """
    Record ID,Deal Name,Deal Stage,Deal Type,Amount,Close Date,Associated Company IDs,Closed Lost Reason
    1,renewal,Closed Won,Renewal,"48,000.00",2026-02-01 10:00,A1,
    2,upsell,closedwon,Existing Business,6000,2026-03-01 10:00,A1,
    3,renewal,closedlost,Renewal,9000,2026-04-01 10:00,B2,Price
    4,new one,Closed Won,New Business,1000,2026-05-01 10:00,B2,
    5,renewal,contractsent,Renewal,9000,2026-12-01 10:00,A1,
    """ + "\n")

  static let hubspotTickets = PresetExport(
    "hubspot", .tickets, "hubspot-tickets.csv", [],
    """
    Ticket ID,Ticket name,Pipeline,Ticket status,Priority,Create date,Close date,Associated Company
    77,Cannot log in,Support,Closed,HIGH,2026-11-01 08:00,2026-11-02 17:30,Acme
    78,Invoice,Support,New,,2026-11-03 08:00,,A1
    """ + "\n")

  static let zendesk = PresetExport(
    "zendesk", .tickets, "zendesk.csv", [],
    """
    Summation column,Id,Requester,Requester domain,Subject,Status,Priority,Created at,Organization,Solved at,Satisfaction Score
    1,48213,Ann,acme.example,"Absences, moved
    by one day",Closed,Urgent,2025-11-17 23:18:21,Acme GmbH,2025-11-18 14:42:05,Good
    1,48214,Bob,beta.example,Printer,Open,Low,2025-11-18 09:00:00,,,Not Offered
    1,48215,Cid,gmail.com,Help,Closed,,2025-11-19 09:00:00,BETA,2025-11-20 09:00:00,Bad
    """ + "\n")

  static let stripe = PresetExport(
    "stripe", .accounts, "subscriptions.csv", [],
    """
    id,Customer ID,Customer Description,Customer Email,Customer Name,Plan,Quantity,Currency,Interval,Amount,Status,Start (UTC),Current Period End (UTC),Ended At (UTC)
    sub_1,cus_A,,ann@acme.example,Acme,seat,10,eur,month,9.90,active,2024-01-15 10:00,2026-12-15 10:00,
    sub_2,cus_A,,ann@acme.example,Acme,support,1,usd,year,1000,past_due,2025-02-01 00:00,2027-02-01 00:00,
    sub_3,cus_B,Beta Ltd,,,seat,3,eur,month,10,canceled,2023-01-01 00:00,2024-01-01 00:00,2024-01-01 09:00
    sub_4,cus_C,,,Trial only,seat,3,eur,month,10,trialing,2026-11-01 00:00,2026-12-01 00:00,
    sub_5,cus_D,,,Delta,seat,1,xyz,month,10,active,2026-01-01 00:00,2026-12-01 00:00,
    """ + "\n")

  static let jira = PresetExport(
    "jira", .tickets, "jira.csv", [],
    #"""
    Summary,Issue key,Issue id,Status,Priority,Created,Resolved,Custom field (Organizations),Custom field (Organizations),Custom field (Satisfaction),Comment,Comment
    "He said ""no""",SUP-1,10001,Done,Highest,25/Feb/26 10:17 PM,26/Feb/26 1:00 AM,Acme,,4,a,b
    Slow,SUP-2,10002,Open,Medium,2026-02-25 16:38:58.679,,,Beta,,,
    Both,SUP-3,10003,Open,Lowest,30/Jul/26 23:33,,Acme,Beta,,,
    """# + "\n")

  static let freshdesk = PresetExport(
    "freshdesk", .tickets, "freshdesk.csv", [],
    """
    Ticket ID,Subject,Status,Priority,Agent,Created time,Resolved time,Closed time,Resolution time (in hrs),Survey results,Company Name
    501,Slow,Closed,Medium,Kim,2026-11-01 08:00:00,2026-11-03 08:00:00,2026-11-04 08:00:00,,,Acme
    502,Broken,Open,Urgent,Kim,2026-11-05 08:00:00,,,,5,Beta
    """ + "\n")

  static let gainsightCompanies = PresetExport(
    "gainsight", .accounts, "gainsight.csv", ["date_format: MM/dd/yyyy"],
    """
    Name,ARR,CSM,Original Contract Date,Renewal Date,Status,Industry,Employees,GSID
    Acme,"36,000",Kim,01/31/2022,01/31/2027,Active,Retail,"1,200",1P02A
    Beta,"12,000",Kim,02/28/2021,02/28/2026,Churned,Retail,80,1P02B
    """ + "\n")

  static let gainsightTimeline = PresetExport(
    "gainsight", .touchpoints, "timeline.csv", ["delimiter: \";\"", "date_format: dd/MM/yyyy"],
    """
    Company Id;Context Name;Activity Date;Subject;Notes;Activity Type;Author
    A1;Acme;13/11/2026 16:50;Outage;"<p>Explained what happened.</p><p>Tea &amp; calm.</p>";In-Person Meeting;Kim
    B2;Beta;13/11/2026 16:49;Note;<p>Ask later.</p>;Update;Kim
    ;Beta Ltd;14/11/2026 09:00;Review;;EBR;Kim
    """ + "\n")

  static let churnzero = PresetExport(
    "churnzero", .accounts, "churnzero.csv", [],
    """
    accountExternalId,name,nextRenewalDate,totalContractAmount,isActive,startDate,endDate,LicenseCount,OwnerUserAccount,cf_Fleet
    A1,Acme,2027-01-31,24000.50,true,2022-02-01T00:00:00,,25,kim,North
    B2,Beta,,0,false,2020-01-01,2026-01-31,,,
    """ + "\n")

  static let clientsuccessClients = PresetExport(
    "clientsuccess", .accounts, "clients.csv", [],
    """
    Client name,Client status,Assigned CSM email,Client type,Client-as-of date,Salesforce Account ID
    Acme,Active,kim@vendor.example,Enterprise,2022-02-01,001A0000006Vm9rIAC
    Beta,Terminated,kim@vendor.example,Core,2020-01-01,001A0000006Vm9sIAC
    Gamma,Trial,,Core,,001A0000006Vm9tIAC
    """ + "\n")

  static let clientsuccessContacts = PresetExport(
    "clientsuccess", .contacts, "contacts.csv", [],
    """
    Client name,Contact name,Email,Key contact,Executive Sponsor,Champion
    Acme,Ada,ada@acme.example,TRUE,FALSE,TRUE
    ACME Inc.,Bob,bob@acme.example,FALSE,FALSE,FALSE
    """ + "\n")

  static let all = [
    salesforceAccounts, salesforceOpportunities, salesforceActivities, hubspotCompanies, hubspotFrench, hubspotDeals,
    hubspotTickets, zendesk, stripe, jira, freshdesk, gainsightCompanies, gainsightTimeline, churnzero,
    clientsuccessClients, clientsuccessContacts,
  ]
}
